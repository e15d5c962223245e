package io.musubi.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind of identifier: one entry of {@code ontology/identifiers.yaml}.
 *
 * @param name as crosswalks, keys and {@code /id/{scheme}/{value}} spell it: {@code doi}, {@code erad}
 * @param claimedAs the scheme a claim made with this one belongs to: mostly itself; an NRID is a claim to the e-Rad
 *     number inside it
 * @param label for people
 * @param kinds what it can identify
 * @param isOne true when a thing has only one of it, so that two of them are two things
 * @param ties true when equal values mean the same thing
 * @param normaliser the name of its normaliser, which gives values of {@code claimedAs}
 * @param iri what {@code datacite:usesIdentifierScheme} points to
 * @param addresses the IRIs of its values, the first that matches
 */
public record IdentifierScheme(
        String name,
        String claimedAs,
        Text label,
        List<Kind> kinds,
        boolean isOne,
        boolean ties,
        String normaliser,
        String iri,
        List<Address> addresses) {
    /** Takes immutable copies. */
    public IdentifierScheme {
        kinds = List.copyOf(kinds);
        addresses = List.copyOf(addresses);
    }

    /** The web IRI of a value in normal form, such as {@code https://doi.org/10.60501/a}, if the scheme has them. */
    public Optional<String> iriOf(String value) {
        return first(value).flatMap(address -> address.of(value));
    }

    /** {@link #iriOf} where that IRI names the identified thing itself, so that {@code owl:sameAs} may point to it. */
    public Optional<String> sameAs(String value) {
        return first(value).filter(Address::isSameAs).flatMap(address -> address.of(value));
    }

    private Optional<Address> first(String value) {
        for (Address address : addresses) {
            if (address.match().matcher(value).matches()) {
                return Optional.of(address);
            }
        }
        return Optional.empty();
    }

    /**
     * How values become web IRIs.
     *
     * @param match the values it is for: all of the value must match
     * @param template an IRI in which <code>{value}</code> stands for the value's first group, or all of it without groups
     * @param isUpperCase true when the web writes the value in upper case though its normal form is lower case
     * @param isSameAs true when the IRI names the thing itself, not something about it
     */
    public record Address(Pattern match, String template, boolean isUpperCase, boolean isSameAs) {
        Optional<String> of(String value) {
            Matcher matcher = match.matcher(value);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            String part = matcher.groupCount() > 0 ? matcher.group(1) : value;
            String shown = isUpperCase ? part.toUpperCase(Locale.ROOT) : part;
            return Optional.of(template.replace("{value}", safe(shown)));
        }

        /** What IRIs forbid, and what would end the path, percent-encoded; all else, Japanese too, stays. */
        private static String safe(String value) {
            for (int i = 0; i < value.length(); i++) {
                if (isUnsafe(value.charAt(i))) {
                    return encoded(value);
                }
            }
            return value;
        }

        private static boolean isUnsafe(int c) {
            return c <= ' ' || c == 0x7f || "<>\"{}|^`\\#?%[]".indexOf(c) >= 0;
        }

        private static String encoded(String value) {
            StringBuilder out = new StringBuilder(value.length() + 8);
            value.codePoints().forEach(c -> {
                if (isUnsafe(c)) {
                    out.append(String.format("%%%02X", c));
                } else {
                    out.appendCodePoint(c);
                }
            });
            return out.toString();
        }
    }
}
