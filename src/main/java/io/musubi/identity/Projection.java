package io.musubi.identity;

import io.musubi.identity.PublicRecord.Portrait;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Key;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import io.musubi.rdf.NTriples;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes triples of what records say. For an entity, several voices become one description by the rules of {@link
 * Precedence}; for a record, what it alone says stands as it is.
 */
public final class Projection {
    private final String base;
    private final Precedence precedence;
    private final IdentifierSchemes schemes;
    private final Function<Key, Optional<String>> published;

    /**
     * @param base of all IRIs, ending in a slash
     * @param precedence the rules where records disagree
     * @param schemes which kinds a link by identifier may lead to
     * @param published the path below the base of the public entity that has this identifier, if there is one
     */
    public Projection(
            String base, Precedence precedence, IdentifierSchemes schemes, Function<Key, Optional<String>> published) {
        this.base = base;
        this.precedence = precedence;
        this.schemes = schemes;
        this.published = published;
    }

    /**
     * What one record says of a thing.
     *
     * @param record the record
     * @param portrait the thing in it
     */
    public record Voice(PublicRecord record, Portrait portrait) {}

    /** A statement and who makes it: the number of the voice among those who speak. */
    private record Said(int speaker, Voice voice, Statement statement) {}

    /**
     * The lines of an entity and its parts.
     *
     * @param iri the entity's
     * @param voices those who speak of it, the one that goes first first
     */
    public SortedSet<String> entity(String iri, List<Voice> voices) {
        return lines(iri, voices, precedence);
    }

    /** The lines of what {@code record} alone says, of all its things. */
    public SortedSet<String> said(PublicRecord record) {
        SortedSet<String> lines = new TreeSet<>();
        for (Portrait portrait : record.portraits()) {
            if (portrait.isEntity()) {
                lines.addAll(lines(iri(portrait.anchor()), List.of(new Voice(record, portrait)), Precedence.NONE));
            }
        }
        return lines;
    }

    /** The lines of a thing without identifiers, which is a part of the record that names it. */
    public SortedSet<String> named(PublicRecord record, Portrait portrait) {
        return lines(iri(record, portrait.node()), List.of(new Voice(record, portrait)), Precedence.NONE);
    }

    /** The IRI of a thing that {@code record} names: of an entity, or of a part of an entity or of the record. */
    public String iri(PublicRecord record, String node) {
        return Optional.ofNullable(record.owned().get(node))
                .map(it -> part(iri(record, it.node()), it.fragment()))
                .or(() -> record.portrait(node).filter(Portrait::isEntity).map(it -> iri(it.anchor())))
                .orElseGet(() -> base + record.path() + "#" + Key.encode(node).replace('/', '-'));
    }

    /** The IRI of whatever has this identifier. */
    public String iri(Key key) {
        return base + published.apply(key).orElseGet(key::path);
    }

    /** {@code object}, said by {@code record} about the thing with {@code subject}, as a term of the graph. */
    public Term resolve(PublicRecord record, String subject, Term object) {
        return switch (object) {
            case Term.Iri iri -> iri;
            case Term.Literal literal -> literal;
            case Term.Part part -> new Term.Iri(part(subject, part.fragment()));
            case Term.Thing thing -> new Term.Iri(part(iri(record, thing.node()), thing.fragment()));
            case Term.Link link ->
                new Term.Iri(Links.keys(link, schemes).stream()
                        .flatMap(key -> published.apply(key).stream())
                        .findFirst()
                        .map(path -> base + path)
                        .orElse(link.otherwise()));
        };
    }

    private static String part(String subject, String fragment) {
        if (fragment.isEmpty()) {
            return subject;
        }
        return subject + (subject.indexOf('#') < 0 ? "#" : ".") + fragment;
    }

    private SortedSet<String> lines(String subject, List<Voice> voices, Precedence rules) {
        SortedSet<String> lines = new TreeSet<>();
        Map<String, List<Said>> all = byFragment(voices);
        Map<String, Set<Integer>> waiting = new LinkedHashMap<>();
        Map<String, Set<Integer>> done = new LinkedHashMap<>();
        waiting.put("", IntStream.range(0, voices.size()).boxed().collect(Collectors.toSet()));
        while (!waiting.isEmpty()) {
            String fragment = waiting.keySet().iterator().next();
            Set<Integer> speaking = done.computeIfAbsent(fragment, f -> new HashSet<>());
            boolean isNew = speaking.addAll(waiting.remove(fragment));
            if (!isNew) {
                continue;
            }
            for (Said said : chosen(all.getOrDefault(fragment, List.of()), speaking, rules)) {
                Term object = said.statement().object();
                if (object instanceof Term.Thing thing && !exists(said.voice().record(), thing)) {
                    continue;
                }
                lines.add(NTriples.line(
                        part(subject, fragment),
                        said.statement().predicate(),
                        resolve(said.voice().record(), subject, object)));
                if (object instanceof Term.Part it) {
                    waiting.computeIfAbsent(it.fragment(), f -> new HashSet<>()).add(said.speaker());
                }
            }
        }
        return lines;
    }

    /** A thing of which nothing public is said is not named either. */
    private static boolean exists(PublicRecord record, Term.Thing thing) {
        return record.portrait(thing.node()).isPresent();
    }

    /** Everything that is said of each part, in the order of the voices: a thing may have ten thousand parts. */
    private static Map<String, List<Said>> byFragment(List<Voice> voices) {
        Map<String, List<Said>> all = new HashMap<>();
        for (int i = 0; i < voices.size(); i++) {
            for (Statement statement : voices.get(i).portrait().statements()) {
                all.computeIfAbsent(statement.fragment(), f -> new ArrayList<>())
                        .add(new Said(i, voices.get(i), statement));
            }
        }
        return all;
    }

    private static List<Said> chosen(List<Said> all, Set<Integer> speaking, Precedence rules) {
        Map<String, List<Said>> byPredicate = new LinkedHashMap<>();
        for (Said said : all) {
            if (speaking.contains(said.speaker())) {
                byPredicate
                        .computeIfAbsent(said.statement().predicate(), p -> new ArrayList<>())
                        .add(said);
            }
        }
        List<Said> chosen = new ArrayList<>();
        byPredicate.forEach((predicate, said) -> chosen.addAll(choose(rules.of(predicate), said)));
        return chosen;
    }

    private static List<Said> choose(Precedence.Takes takes, List<Said> all) {
        return switch (takes) {
            case MANY -> all;
            case ONE -> List.of(all.getFirst());
            case LIST ->
                all.stream()
                        .filter(it -> it.speaker() == all.getFirst().speaker())
                        .toList();
            case ONE_PER_LANGUAGE -> {
                Set<String> languages = new HashSet<>();
                yield all.stream().filter(it -> languages.add(language(it))).toList();
            }
        };
    }

    private static String language(Said said) {
        return said.statement().object() instanceof Term.Literal literal ? literal.language() : "";
    }
}
