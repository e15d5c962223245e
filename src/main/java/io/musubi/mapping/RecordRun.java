package io.musubi.mapping;

import io.musubi.mapping.Draft.Saying;
import io.musubi.model.Description;
import io.musubi.model.Field;
import io.musubi.model.MappedRecord;
import io.musubi.model.RecordAccess;
import io.musubi.model.Severity;
import io.musubi.model.Statement;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One record on its way through the crosswalk. */
final class RecordRun {
    private final CrosswalkReader.Parts parts;
    private final Scope scope;
    private final Field record;
    private final @Nullable Text refusal;
    private final List<Draft> drafts;
    private final List<Draft> about;
    private final @Nullable MappedRecord mapped;

    private RecordRun(
            CrosswalkReader.Parts parts,
            Scope scope,
            @Nullable Text refusal,
            List<Draft> drafts,
            List<Draft> about,
            @Nullable MappedRecord mapped) {
        this.parts = parts;
        this.scope = scope;
        this.record = scope.record();
        this.refusal = refusal;
        this.drafts = drafts;
        this.about = about;
        this.mapped = mapped;
    }

    /** A unit without records. */
    static RecordRun none(CrosswalkReader.Parts parts, Field unit, Text reason) {
        Scope scope = Scope.of(unit, unit, parts.placeholders(), java.util.Map.of(), null);
        return new RecordRun(parts, scope, reason, List.of(), List.of(), null);
    }

    /** Maps the record of {@code scope}. */
    static RecordRun of(CrosswalkReader.Parts parts, RecordEntry entry, Scope scope) {
        Field field = scope.record();
        if (entry.unless() != null && entry.unless().holds(field, scope)) {
            return new RecordRun(parts, scope, entry.because().fill(field, scope), List.of(), List.of(), null);
        }
        String id = entry.id().first(field, scope);
        String localId = id == null ? "" : id;
        boolean isDeleted = entry.deleted() != null && entry.deleted().holds(field, scope);
        Optional<String> datestamp = entry.datestamp() == null
                ? Optional.empty()
                : Optional.ofNullable(entry.datestamp().first(field, scope));
        Optional<RecordAccess> access = access(entry, field, scope);
        Mapper mapper = new Mapper(scope, localId);
        List<Draft> about = List.of();
        if (!isDeleted) {
            describe(entry, mapper, field, scope);
            about = List.of(mapper.about(entry.about(), field));
        }
        MappedRecord mapped = new MappedRecord(
                parts.plan().format(),
                localId,
                entry.isIdPrivate(),
                datestamp,
                isDeleted,
                access,
                isDeleted ? List.of() : profiles(parts, field, scope),
                descriptions(mapper, parts),
                about.stream().flatMap(it -> it.statements().keySet().stream()).toList(),
                scope.remarks());
        return new RecordRun(parts, scope, null, mapper.drafts(), about, mapped);
    }

    private static void describe(RecordEntry entry, Mapper mapper, Field field, Scope scope) {
        Optional<Block> main = Block.first(entry.main(), field, scope);
        if (main.isEmpty()) {
            String names =
                    String.join(", ", entry.main().stream().map(Block::name).toList());
            scope.remark(
                    "type",
                    Severity.VIOLATION,
                    field,
                    "",
                    new Text("種別が分かること(" + names + ")", "A type that says what it is (" + names + ")"),
                    new Text("資源タイプを正しく入力してください。", "Give its resource type."),
                    false);
            return;
        }
        mapper.thing(main.get(), field, true);
        for (RecordEntry.Also also : entry.also()) {
            for (Field each : also.fields().targets(field, scope)) {
                if (also.block().fits(each, scope)) {
                    mapper.thing(also.block(), each, false);
                }
            }
        }
    }

    private static List<Description> descriptions(Mapper mapper, CrosswalkReader.Parts parts) {
        return mapper.drafts().stream()
                .map(draft -> draft.finish(parts.schemes()))
                .toList();
    }

    private static List<String> profiles(CrosswalkReader.Parts parts, Field field, Scope scope) {
        return parts.profiles().stream()
                .filter(profile -> profile.when() == null || profile.when().holds(field, scope))
                .map(CrosswalkReader.Profile::name)
                .distinct()
                .toList();
    }

    private static Optional<RecordAccess> access(RecordEntry entry, Field field, Scope scope) {
        ValueRule rule = entry.access();
        if (rule == null) {
            return Optional.empty();
        }
        String found = rule.first(field, scope);
        if (found != null) {
            return Optional.of(found.equals("open") ? RecordAccess.OPEN : RecordAccess.CLOSED);
        }
        // A word that nobody knows is not "does not say": unknown means private.
        return rule.isGiven(field, scope) ? Optional.of(RecordAccess.CLOSED) : Optional.empty();
    }

    MappingResult result() {
        if (mapped == null) {
            return new MappingResult.NotThisFormat(record.path(), refusal == null ? new Text("", "") : refusal);
        }
        return new MappingResult.Mapped(mapped, scope.unit());
    }

    Optional<Traced> traced() {
        if (mapped == null) {
            return Optional.empty();
        }
        List<Traced.Line> lines = new ArrayList<>();
        Stream.concat(drafts.stream(), about.stream())
                .forEach(draft -> draft.statements()
                        .forEach((statement, saying) -> lines.add(line(draft.node(), statement, saying))));
        if (mapped.isDeleted()) {
            return Optional.of(new Traced(mapped, lines, List.of(), List.of()));
        }
        Leftovers leftovers = new Leftovers(parts, scope);
        return Optional.of(new Traced(mapped, lines, leftovers.unread(), leftovers.leftOut()));
    }

    private Traced.Line line(String node, Statement statement, Saying saying) {
        Field field = saying.value().field();
        return new Traced.Line(
                node,
                statement,
                scope.path(field),
                Optional.ofNullable(scope.origin(field).text()),
                saying.line());
    }
}
