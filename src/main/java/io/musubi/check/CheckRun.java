package io.musubi.check;

import io.musubi.model.MappedRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;

/** The work on one batch: loads it, asks sets of shapes, and sorts the answers by record. */
final class CheckRun implements AutoCloseable {
    private final Collection<Statement> context;
    private final List<MappedRecord> records;
    private final List<List<Statement>> graphs = new ArrayList<>();
    private final List<Privacy> privacies = new ArrayList<>();
    private final List<List<Found>> admission = new ArrayList<>();
    private final List<List<Found>> findings = new ArrayList<>();
    private final Batch all;

    /** A result and its rule. */
    private record Found(Rule rule, CheckResult result) {}

    CheckRun(Collection<Statement> context, List<MappedRecord> records, LocalDate today) {
        this.context = context;
        this.records = records;
        for (int i = 0; i < records.size(); i++) {
            graphs.add(RecordGraph.of(i, records.get(i), today));
            privacies.add(new Privacy(records.get(i)));
            admission.add(new ArrayList<>());
            findings.add(new ArrayList<>());
        }
        all = new Batch(context, graphsOf(record -> !record.isDeleted()));
    }

    private List<List<Statement>> graphsOf(Predicate<MappedRecord> isChosen) {
        return IntStream.range(0, records.size())
                .filter(index -> isChosen.test(records.get(index)))
                .mapToObj(graphs::get)
                .toList();
    }

    /** Judges every record by the shapes of admission. */
    void admit(ShapeSet shapes) {
        collect(all.validate(shapes), admission);
    }

    /** Judges every record. */
    void judge(ShapeSet shapes) {
        collect(all.validate(shapes), findings);
    }

    /** Judges the records of {@code profile}. */
    void judge(ShapeSet shapes, String profile) {
        List<List<Statement>> chosen =
                graphsOf(record -> !record.isDeleted() && record.profiles().contains(profile));
        if (chosen.size() == records.size()) {
            judge(shapes);
        } else if (!chosen.isEmpty()) {
            try (Batch batch = new Batch(context, chosen)) {
                collect(batch.validate(shapes), findings);
            }
        }
    }

    private void collect(List<ShapeSet.Violation> violations, List<List<Found>> into) {
        for (ShapeSet.Violation violation : violations) {
            // Results about code lists and other shared nodes are about no record.
            Place.of(violation.focus().stringValue())
                    .ifPresent(place ->
                            into.get(place.index()).add(new Found(violation.rule(), result(violation, place))));
        }
    }

    private CheckResult result(ShapeSet.Violation violation, Place place) {
        Rule rule = violation.rule();
        return new CheckResult(
                rule.name(),
                rule.severity(),
                place.node(),
                place.fragment(),
                rule.predicate(),
                violation.value().flatMap(CheckRun::shown),
                rule.message(),
                rule.expected(),
                rule.remedy(),
                privacies.get(place.index()).covers(rule, place.node(), place.fragment()));
    }

    private static Optional<String> shown(Value value) {
        boolean isNode =
                !(value instanceof Literal) && Place.of(value.stringValue()).isPresent();
        return isNode ? Optional.empty() : Optional.of(value.stringValue());
    }

    /** A verdict for each record. */
    List<Verdict> verdicts() {
        return IntStream.range(0, records.size())
                .mapToObj(index -> new Verdict(tidy(admission.get(index)), tidy(findings.get(index))))
                .toList();
    }

    /** Each finding once, in order, and none that a stricter one stands in for. */
    private static List<CheckResult> tidy(List<Found> found) {
        record Silenced(String rule, String node, String fragment) {}
        Set<Silenced> silenced = new HashSet<>();
        for (Found one : found) {
            one.rule()
                    .stricterThan()
                    .ifPresent(milder -> silenced.add(new Silenced(
                            milder, one.result().node(), one.result().fragment())));
        }
        TreeSet<CheckResult> sorted = new TreeSet<>(CheckResult.ORDER);
        for (Found one : found) {
            CheckResult result = one.result();
            if (!silenced.contains(new Silenced(one.rule().iri(), result.node(), result.fragment()))) {
                sorted.add(result);
            }
        }
        return List.copyOf(sorted);
    }

    @Override
    public void close() {
        all.close();
    }
}
