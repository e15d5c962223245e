package io.musubi.web.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The content negotiation of RFC 9110 § 12.5.1: which of the things on offer does the Accept header prefer? */
public final class Accept {
    private static final int LONGEST = 2_000;

    private final List<Range> ranges;

    private record Range(String type, double quality) {
        /** How exactly the range names {@code mediaType}: 0 not at all, 1 any type, 2 any of its family, 3 itself. */
        int fits(String mediaType) {
            if (type.equals(mediaType)) {
                return 3;
            }
            if (type.equals("*/*")) {
                return 1;
            }
            return type.endsWith("/*") && mediaType.startsWith(type.substring(0, type.length() - 1)) ? 2 : 0;
        }
    }

    /**
     * A thing on offer.
     *
     * @param value what is offered
     * @param mediaTypes the media types that ask for it, its own first (only that is asked for by a range with a star)
     * @param names short names that ask for it in {@code ?format=}
     */
    public record Offer<T>(T value, List<String> mediaTypes, List<String> names) {
        /** Takes immutable copies. */
        public Offer {
            mediaTypes = List.copyOf(mediaTypes);
            names = List.copyOf(names);
        }
    }

    private Accept(List<Range> ranges) {
        this.ranges = ranges;
    }

    /** Reads a header; none, an empty or an unreadable one accepts everything. */
    public static Accept of(@Nullable String header) {
        List<Range> ranges = new ArrayList<>();
        if (header != null && header.length() <= LONGEST) {
            for (String item : header.split(",", -1)) {
                range(item).ifPresent(ranges::add);
            }
        }
        return new Accept(ranges.isEmpty() ? List.of(new Range("*/*", 1)) : ranges);
    }

    private static Optional<Range> range(String item) {
        String[] parts = item.split(";", -1);
        String type = parts[0].strip().toLowerCase(Locale.ROOT);
        if (type.indexOf('/') < 1) {
            return Optional.empty();
        }
        double quality = 1;
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().toLowerCase(Locale.ROOT);
            if (parameter.startsWith("q=")) {
                try {
                    quality = Math.clamp(Double.parseDouble(parameter.substring(2)), 0, 1);
                } catch (NumberFormatException e) {
                    quality = 0;
                }
            }
        }
        return Optional.of(new Range(type, quality));
    }

    /** The best of {@code offers}; of equals the first; empty when none will do (406). */
    public <T> Optional<T> choose(List<Offer<T>> offers) {
        T best = null;
        double bestQuality = 0;
        for (Offer<T> offer : offers) {
            double quality = quality(offer);
            if (quality > bestQuality) {
                best = offer.value();
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    private <T> double quality(Offer<T> offer) {
        double best = 0;
        boolean first = true;
        for (String mediaType : offer.mediaTypes()) {
            int exactness = 0;
            double quality = 0;
            for (Range range : ranges) {
                int fits = range.fits(mediaType);
                if (fits > exactness && (first || fits == 3)) {
                    exactness = fits;
                    quality = range.quality();
                }
            }
            best = Math.max(best, quality);
            first = false;
        }
        return best;
    }
}
