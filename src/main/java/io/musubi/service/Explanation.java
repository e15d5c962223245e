package io.musubi.service;

import io.musubi.check.CheckResult;
import io.musubi.mapping.Crosswalk;
import io.musubi.mapping.Traced;
import io.musubi.model.Field;
import io.musubi.model.Finding;
import io.musubi.model.Remark;
import io.musubi.model.Term;
import io.musubi.model.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says where in its source a result of the check comes from, by mapping that one record again in tracing mode; only when
 * there is something to explain.
 */
final class Explanation {
    private final Crosswalk crosswalk;
    private final Field payload;
    private @Nullable List<Traced.Line> statements;

    Explanation(Crosswalk crosswalk, Field payload) {
        this.crosswalk = crosswalk;
        this.payload = payload;
    }

    /** A remark of the crosswalk as a finding: it knows its field. */
    static Finding of(Remark remark) {
        return new Finding(
                remark.rule(),
                remark.severity(),
                remark.node(),
                remark.field(),
                Optional.of(remark.value()),
                new Text("値をそのままでは使えませんでした。", "The value could not be used as it stands."),
                remark.expected(),
                remark.remedy(),
                remark.isPrivate());
    }

    /** A result of the check as a finding: with the source path of the value, or those that would have given it. */
    Finding of(CheckResult result) {
        return new Finding(
                result.rule(),
                result.severity(),
                result.node(),
                field(result),
                result.value(),
                result.message(),
                result.expected(),
                result.remedy(),
                result.isPrivate());
    }

    private String field(CheckResult result) {
        if (statements == null) {
            statements = crosswalk.trace(payload).statements();
        }
        String node = result.node().isEmpty() ? "record" : result.node();
        List<Traced.Line> said = statements.stream()
                .filter(it -> it.node().equals(node)
                        && it.statement().fragment().equals(result.fragment())
                        && it.statement().predicate().equals(result.predicate()))
                .toList();
        return said.stream()
                .filter(it -> result.value().isEmpty()
                        || text(it.statement().object()).equals(result.value().get()))
                .findFirst()
                .or(() -> said.stream().findFirst())
                .map(Traced.Line::path)
                .orElseGet(() -> String.join(" | ", crosswalk.fieldsFor(node, result.predicate())));
    }

    private static String text(Term term) {
        return switch (term) {
            case Term.Literal literal -> literal.lexical();
            case Term.Iri iri -> iri.value();
            case Term.Part part -> part.fragment();
            case Term.Thing thing -> thing.node();
            case Term.Link link -> link.otherwise();
        };
    }
}
