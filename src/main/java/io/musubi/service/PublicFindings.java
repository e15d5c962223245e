package io.musubi.service;

import io.musubi.identity.Projection;
import io.musubi.identity.PublicRecord;
import io.musubi.ledger.Findings.Located;
import io.musubi.ledger.Ledger;
import io.musubi.ledger.StoredRecord;
import io.musubi.model.Finding;
import io.musubi.model.MappedRecord;
import io.musubi.model.Severity;
import io.musubi.model.Term;
import io.musubi.model.Text;
import io.musubi.rdf.NTriples;
import io.musubi.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The open findings of an open record as parts of its public document: {@code <record#finding-…>}, each a {@code
 * sh:ValidationResult} (SHACL § 3.6). What speaks of anything private stays in the ledger.
 */
final class PublicFindings {
    /** A value is quoted so that it is recognised, not in full: in characters. */
    private static final int QUOTED = 200;

    private final Ledger ledger;
    private final Projection projection;

    PublicFindings(Ledger ledger, Projection projection) {
        this.ledger = ledger;
        this.projection = projection;
    }

    /** The lines of all that is public among the findings of {@code record}, which is live and open. */
    List<String> lines(String iri, StoredRecord record, PublicRecord said) {
        List<Located> standing = ledger.findings().standing(record.source(), record.localId());
        if (standing.isEmpty()) {
            return List.of();
        }
        MappedRecord mapped = ledger.records().mapped(record.version().orElseThrow());
        PrivateWords words = PrivateWords.of(mapped);
        List<String> lines = new ArrayList<>();
        for (Located located : standing) {
            Finding finding = located.finding();
            boolean isPrivate =
                    finding.isPrivate() || finding.value().filter(words::hold).isPresent();
            if (!isPrivate) {
                focus(iri, said, finding.node(), mapped)
                        .ifPresent(
                                focus -> add(lines, iri, iri + Vocabulary.FINDING_PART + located.id(), focus, finding));
            }
        }
        return lines;
    }

    /** What is spoken of; empty when nothing public is said of it though the record says something. */
    private Optional<String> focus(String iri, PublicRecord said, String node, MappedRecord mapped) {
        if (mapped.descriptions().stream().noneMatch(it -> it.node().equals(node))) {
            return Optional.of(iri);
        }
        boolean isNamed = said.portrait(node).isPresent() || said.owned().containsKey(node);
        return isNamed ? Optional.of(projection.iri(said, node)) : Optional.empty();
    }

    private static void add(List<String> lines, String record, String part, String focus, Finding finding) {
        lines.add(NTriples.line(record, Vocabulary.MSB_FINDING, new Term.Iri(part)));
        lines.add(NTriples.line(part, Vocabulary.RDF_TYPE, new Term.Iri(Vocabulary.SH_VALIDATION_RESULT)));
        lines.add(NTriples.line(part, Vocabulary.SH_FOCUS_NODE, new Term.Iri(focus)));
        lines.add(NTriples.line(part, Vocabulary.SH_RESULT_SEVERITY, new Term.Iri(severity(finding.severity()))));
        lines.add(NTriples.line(part, Vocabulary.MSB_RULE, Term.Literal.string(finding.rule())));
        if (!finding.field().isEmpty()) {
            lines.add(NTriples.line(part, Vocabulary.MSB_SOURCE_FIELD, Term.Literal.string(finding.field())));
        }
        finding.value()
                .map(PublicFindings::quoted)
                .filter(it -> !it.isEmpty())
                .ifPresent(it -> lines.add(NTriples.line(part, Vocabulary.SH_VALUE, Term.Literal.string(it))));
        texts(lines, part, Vocabulary.SH_RESULT_MESSAGE, finding.message());
        texts(lines, part, Vocabulary.MSB_EXPECTED, finding.expected());
        texts(lines, part, Vocabulary.MSB_REMEDY, finding.remedy());
    }

    private static void texts(List<String> lines, String part, String predicate, Text text) {
        lines.add(NTriples.line(part, predicate, Term.Literal.text(text.ja(), "ja")));
        lines.add(NTriples.line(part, predicate, Term.Literal.text(text.en(), "en")));
    }

    static String quoted(String value) {
        return value.codePointCount(0, value.length()) <= QUOTED
                ? value
                : value.substring(0, value.offsetByCodePoints(0, QUOTED)) + "…";
    }

    private static String severity(Severity severity) {
        return switch (severity) {
            case VIOLATION -> Vocabulary.SH_VIOLATION;
            case WARNING -> Vocabulary.SH_WARNING;
            case INFO -> Vocabulary.SH_INFO;
        };
    }
}
