package io.musubi.mapping;

import io.musubi.model.Field;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One compiled {@code mapping.yaml}. Immutable; any number of threads may map with it, each its own units. */
public final class Crosswalk {
    private static final String RECORD = "record";
    private static final Text NO_RECORD =
            new Text("この形式のファイルですが、レコードが見つかりません。", "The file is of this format, but no record was found here.");

    private final CrosswalkReader.Parts parts;

    Crosswalk(CrosswalkReader.Parts parts) {
        this.parts = parts;
    }

    /** The format's name: the folder's. */
    public String format() {
        return parts.plan().format();
    }

    /** The format's name for people. */
    public Text title() {
        return parts.title();
    }

    /** Changes whenever the same payload might map differently: the file, its tables, the identifier schemes, the engine. */
    public String hash() {
        return parts.hash().hex();
    }

    /** How to read files of this format. */
    public ReadingPlan readingPlan() {
        return parts.plan();
    }

    /** Whether records are public that do not say, where their source does not say either. */
    public boolean isOpenByDefault() {
        return parts.isOpenByDefault();
    }

    /**
     * Maps every record of {@code unit}, a tree read by {@link #readingPlan()} or a payload. The tree is changed while
     * mapping and as before afterwards.
     */
    public List<MappingResult> map(Field unit) {
        List<MappingResult> results = new ArrayList<>();
        each(unit, false, run -> results.add(run.result()));
        return results;
    }

    /**
     * Cuts {@code unit} into payloads of one record each, one after the other: a unit may hold ten thousand. A unit of one
     * record, or of none, is its own payload.
     */
    public void payloads(Field unit, Consumer<Field> each) {
        cut(unit, find(unit), each);
    }

    private static void cut(Field unit, Found found, Consumer<Field> each) {
        if (found.records().size() < 2) {
            each.accept(unit);
            return;
        }
        Siblings siblings = new Siblings(found.records());
        for (Field record : found.records()) {
            siblings.show(record);
            each.accept(unit.copy());
        }
        siblings.showAll();
    }

    /**
     * The records of a unit.
     *
     * @param entry by which they were found; null when there are none
     */
    private record Found(@Nullable RecordEntry entry, List<Field> records) {
        static final Found NOTHING = new Found(null, List.of());
    }

    private Found find(Field unit) {
        for (RecordEntry entry : parts.records()) {
            List<Field> records = entry.find(unit, parts.placeholders());
            if (!records.isEmpty()) {
                return new Found(entry, records);
            }
        }
        return Found.NOTHING;
    }

    /**
     * Maps the one record of {@code payload} and says where each statement comes from and what was not read.
     *
     * @throws IllegalArgumentException when there is no record in it
     */
    public Traced trace(Field payload) {
        return traces(payload).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no record of " + format() + " to trace"));
    }

    /** Traces every record of {@code unit}, like {@link #trace}. */
    public List<Traced> traces(Field unit) {
        List<Traced> traces = new ArrayList<>();
        each(unit, true, run -> run.traced().ifPresent(traces::add));
        return traces;
    }

    /** Takes each record in turn. */
    private interface Visitor {
        void visit(RecordRun run);
    }

    private void each(Field unit, boolean isTracing, Visitor visitor) {
        Found found = find(unit);
        cut(
                unit,
                found,
                payload -> visitor.visit(run(payload, payload.equals(unit) ? found : find(payload), isTracing)));
    }

    private RecordRun run(Field payload, Found found, boolean isTracing) {
        RecordEntry entry = found.entry();
        return entry == null
                ? RecordRun.none(parts, payload, NO_RECORD)
                : run(entry, payload, found.records().getFirst(), isTracing ? new HashSet<>() : null);
    }

    private RecordRun run(RecordEntry entry, Field payload, Field record, @Nullable Set<Field> read) {
        Map<Field, Field> origins = parts.parallel().isEmpty() ? Map.of() : new HashMap<>();
        List<Field> own = parts.parallel().isEmpty() ? List.of() : List.copyOf(payload.children());
        Scope scope = Scope.of(payload, record, parts.placeholders(), origins, read);
        parts.parallel().forEach(parallel -> parallel.unfold(scope, origins));
        RecordRun run = RecordRun.of(parts, entry, scope);
        if (!origins.isEmpty()) {
            payload.show(new ArrayList<>(own));
        }
        return run;
    }

    /**
     * The source paths that would feed a property: what a steward should fill in when it is missing.
     *
     * @param nodeOrKind a node ({@code creator-2}), a block ({@code creator}), a kind ({@code dataset}) or {@code record}
     * @param predicate an IRI
     * @return paths as the crosswalk writes them, without double; empty when it never says this
     */
    public List<String> fieldsFor(String nodeOrKind, String predicate) {
        String block = nodeOrKind.replaceFirst("-\\d+$", "");
        Set<String> paths = new LinkedHashSet<>();
        for (Block each : parts.blocks()) {
            boolean isKind =
                    each.kind().isPresent() && each.kind().get().segment().equals(block);
            if (each.name().equals(block) || isKind) {
                addPaths(paths, each.properties(), predicate);
            }
        }
        if (block.equals(RECORD)) {
            parts.records().forEach(entry -> addPaths(paths, entry.about(), predicate));
        }
        return List.copyOf(paths);
    }

    /** Properties whose predicate comes from a table count when the table can give this one. */
    private static void addPaths(Set<String> paths, List<Property> properties, String predicate) {
        for (Property property : properties) {
            boolean isTold = property.told() != null && property.told().iris().contains(predicate);
            if (isTold || property.predicate().equals(predicate)) {
                paths.addAll(property.value().paths());
            }
        }
    }

    /** Every predicate and type that this crosswalk can state, sorted: for checks against the ontology. */
    public Set<String> terms() {
        Set<String> terms = new TreeSet<>();
        for (Block block : parts.blocks()) {
            block.properties().stream()
                    .map(Property::predicate)
                    .filter(it -> !it.isEmpty())
                    .forEach(terms::add);
            block.types().forEach(type -> terms.addAll(type.value().iris()));
        }
        parts.records().forEach(entry -> entry.about().forEach(property -> terms.add(property.predicate())));
        return terms;
    }
}
