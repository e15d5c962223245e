package io.musubi.web.entity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.web.page.Resources;
import io.musubi.web.thing.Reading;
import io.musubi.web.thing.Thing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The things that one thing is linked with in one manner, whoever said so: {@code web/entity/links.json} lists the
 * manners of each kind.
 *
 * @param name of the manner; the word {@code links.<kind>.<name>} is its heading
 * @param things in order: the newest first, else by name; very many by IRI
 * @param isCut whether there are more than were read
 */
public record Linked(String name, List<Thing> things, boolean isCut) {
    /** More than these are not put in an order for which each must be looked at. */
    private static final int ORDERED = 200;

    private static final int SHOWN = 10;
    private static final Map<String, List<Manner>> MANNERS = read();
    /** A thing with what it is ordered by, looked up once. */
    private record Dated(String date, Thing thing) {
        static Dated of(Thing thing) {
            return new Dated(
                    thing.all("dct:issued").stream()
                            .map(Thing::text)
                            .findFirst()
                            .orElse(""),
                    thing);
        }
    }

    private static final Comparator<Dated> NEWEST = Comparator.comparing(Dated::date)
            .reversed()
            .thenComparing(it -> it.thing().text())
            .thenComparing(it -> it.thing().iri());

    private record Manner(String name, Set<String> kinds, String trail) {}

    private static Map<String, List<Manner>> read() {
        try {
            return new ObjectMapper().readValue(Resources.text("entity/links.json"), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("web/entity/links.json: " + e.getMessage(), e);
        }
    }

    /** All links of {@code thing} in which there is anything; nothing comes twice. */
    public static List<Linked> of(String kind, Thing thing) {
        Set<Thing> seen = new HashSet<>(Set.of(thing));
        List<Linked> all = new ArrayList<>();
        for (Manner manner : MANNERS.getOrDefault(kind, List.of())) {
            List<Thing> found = thing.all(manner.trail());
            List<Thing> things = found.stream()
                    .filter(it -> isListed(manner, it) && seen.add(it))
                    .toList();
            things = found.size() > ORDERED ? byIri(things) : newest(withoutShadows(things));
            if (!things.isEmpty()) {
                all.add(new Linked(manner.name(), things, found.size() >= Reading.LIMIT));
            }
        }
        return all;
    }

    private static List<Thing> byIri(List<Thing> things) {
        return things.stream().sorted(Comparator.comparing(Thing::iri)).toList();
    }

    private static List<Thing> newest(List<Thing> things) {
        return things.stream().map(Dated::of).sorted(NEWEST).map(Dated::thing).toList();
    }

    /** What a record names without identifier is left out beside something known that is called the same. */
    private static List<Thing> withoutShadows(List<Thing> things) {
        Set<String> known = things.stream()
                .filter(it -> it.fragment().isEmpty())
                .map(Thing::text)
                .collect(Collectors.toSet());
        return things.stream()
                .filter(it -> it.fragment().isEmpty() || known.add(it.text()))
                .toList();
    }

    /** Parts are not listed, but for what a record names: that is a thing of its own. */
    private static boolean isListed(Manner manner, Thing thing) {
        return manner.kinds().contains(thing.kind())
                && thing.fragment().isEmpty() != thing.kind().equals("record");
    }

    /** Those that the page of the thing shows. */
    public List<Thing> first() {
        return things.subList(0, things.size() > SHOWN + 2 ? SHOWN : things.size());
    }

    /** Whether there are more than those. */
    public boolean isLong() {
        return first().size() < things.size() || isCut;
    }
}
