package io.musubi.service;

import io.musubi.model.Claim;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The values that a record says in private and nowhere in public. A finding that quotes one is private whatever it was
 * marked: the second lock behind the crosswalk's and the shapes' own marks.
 */
final class PrivateWords {
    private final Set<String> words = new HashSet<>();

    private PrivateWords(MappedRecord record) {
        statements(record).filter(Statement::isPrivate).forEach(it -> add(it.object()));
        claims(record).filter(Claim::isPrivate).forEach(this::add);
        statements(record).filter(it -> !it.isPrivate()).forEach(it -> words.remove(text(it.object())));
        claims(record).filter(it -> !it.isPrivate()).forEach(it -> {
            words.remove(it.raw());
            words.remove(it.value());
        });
        words.remove("");
    }

    static PrivateWords of(MappedRecord record) {
        return new PrivateWords(record);
    }

    private static Stream<Statement> statements(MappedRecord record) {
        return Stream.concat(
                record.about().stream(), record.descriptions().stream().flatMap(it -> it.statements().stream()));
    }

    private static Stream<Claim> claims(MappedRecord record) {
        return record.descriptions().stream().flatMap(it -> it.claims().stream());
    }

    private void add(Term term) {
        words.add(text(term));
    }

    private void add(Claim claim) {
        words.add(claim.raw());
        words.add(claim.value());
    }

    private static String text(Term term) {
        return switch (term) {
            case Term.Literal literal -> literal.lexical();
            case Term.Iri iri -> iri.value();
            case Term.Link link -> link.otherwise();
            case Term.Part part -> "";
            case Term.Thing thing -> "";
        };
    }

    /** Whether {@code value} is one of them. */
    boolean hold(String value) {
        return words.contains(value);
    }
}
