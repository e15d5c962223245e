package io.musubi.bench;

import io.musubi.bench.invented.Corpus;
import io.musubi.bench.invented.Shape;
import io.musubi.bench.invented.Version;
import io.musubi.mapping.Crosswalks;
import io.musubi.model.Description;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * The crosswalk of ROR beside CARML with a mapping to RML, on the same dump. First both must say the same of a thousand
 * organisations, as far as RML can say it ({@code src/main/resources/bench/ror.rml.ttl}): which triples, but not in which
 * language. The crosswalk then makes all that it makes, about three times as many statements.
 */
final class CarmlBench {
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String FRAPO = "http://purl.org/cerif/frapo/";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final Set<String> PREDICATES = Set.of(
            FOAF + "name",
            FOAF + "homepage",
            FOAF + "page",
            SKOS + "prefLabel",
            SKOS + "altLabel",
            FRAPO + "hasAcronym",
            FRAPO + "hasDomainName",
            "http://www.w3.org/ns/org#classification",
            "http://www.w3.org/ns/adms#status",
            "https://schema.org/foundingDate",
            "http://purl.org/dc/terms/relation");
    private static final int COMPARED = 1_000;

    private CarmlBench() {}

    /** Both on a dump of {@code records} organisations. */
    static Report run(Path folder, Crosswalks crosswalks, long seed, long records, int rounds) throws Exception {
        if (!CarmlPeer.isThere()) {
            return Report.EMPTY.and(
                    "CARML",
                    "absent",
                    "CARML is not on the class path; './musubi bench' puts it there, a jar alone does not");
        }
        CarmlPeer carml = new CarmlPeer();
        Delivery few = dump(folder, crosswalks, seed, COMPARED);
        long same = compare(carml.triples(few.file()), triples(few));
        Delivery all = dump(folder, crosswalks, seed, records);
        return new Timing("ROR beside CARML", "records")
                .peer("reading and crosswalk", records, () -> all.map(record -> {}))
                .peer("CARML", records, () -> carml.map(all.file()))
                .run(rounds > 1 ? 1 : 0, rounds)
                .report()
                .and(
                        "compared triples",
                        same,
                        String.format("  %,d triples of %,d records are the same", same, COMPARED));
    }

    private static Delivery dump(Path folder, Crosswalks crosswalks, long seed, long records) throws Exception {
        Path file = folder.resolve("ror-" + records + ".json");
        new Corpus(seed).write(file, Shape.ROR, Version.first(0, records));
        return Delivery.of(file, crosswalks, Shape.ROR.format());
    }

    private static long compare(Set<String> theirs, Set<String> ours) {
        if (!theirs.equals(ours)) {
            Set<String> missing = new TreeSet<>(theirs);
            missing.removeAll(ours);
            Set<String> more = new TreeSet<>(ours);
            more.removeAll(theirs);
            throw new IllegalStateException("CARML says " + missing.size() + " triples that we do not, such as "
                    + missing.stream().findFirst() + ", and we say " + more.size() + " that it does not, such as "
                    + more.stream().findFirst());
        }
        return ours.size();
    }

    private static Set<String> triples(Delivery dump) throws Exception {
        Set<String> triples = new TreeSet<>();
        dump.map(record -> add(record, triples));
        return triples;
    }

    private static void add(MappedRecord record, Set<String> triples) {
        Description organization = record.descriptions().getFirst();
        String subject = "https://ror.org/" + record.localId();
        for (Statement it : organization.statements()) {
            boolean isClass = it.predicate().equals(TYPE) && text(it.object()).equals(FOAF + "Organization");
            if (it.fragment().isEmpty() && (isClass || PREDICATES.contains(it.predicate()))) {
                triples.add(subject + " " + it.predicate() + " " + text(it.object()));
            }
        }
    }

    private static String text(Term term) {
        return switch (term) {
            case Term.Iri iri -> iri.value();
            case Term.Literal literal -> literal.lexical();
            case Term.Link link -> link.otherwise();
            case Term.Part part -> part.fragment();
            case Term.Thing thing -> thing.node();
        };
    }
}
