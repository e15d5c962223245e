package io.musubi.hostile;

import io.musubi.mapping.Crosswalk;
import io.musubi.mapping.Crosswalks;
import io.musubi.mapping.Traced;
import io.musubi.model.Description;
import io.musubi.model.Field;
import io.musubi.model.MappedRecord;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Text;
import io.musubi.source.SourceReader;
import io.musubi.source.UnitSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files in which every text that the crosswalk takes for private ends with a mark that stands nowhere else. */
final class Marked {
    /** What is looked for, in any case. */
    static final Pattern MARK = Pattern.compile("qz[0-9]{5}x", Pattern.CASE_INSENSITIVE);

    private static int marks;

    private Marked() {}

    /** The file with a mark behind each text that shows nowhere in public, of open records too. */
    static byte[] privately(byte[] file, Path scratch, Crosswalks crosswalks) throws Exception {
        return marked(file, scratch, crosswalks, isPublic -> !isPublic);
    }

    /** The file with a mark behind each text of which the record's shape does not depend: for records that are closed. */
    static byte[] everywhere(byte[] file, Path scratch, Crosswalks crosswalks) throws Exception {
        return marked(file, scratch, crosswalks, isPublic -> true);
    }

    private static byte[] marked(byte[] file, Path scratch, Crosswalks crosswalks, Predicate<Boolean> wanted)
            throws Exception {
        List<String> before = shape(traces(file, scratch, crosswalks));
        Leaves leaves = Leaves.of(file);
        for (Leaves.Leaf leaf : leaves.all()) {
            String mark = "qz%05dx".formatted(marks++);
            leaf.set().accept(leaf.text() + mark);
            List<Traced> traces = traces(leaves.bytes(), scratch, crosswalks);
            if (!shape(traces).equals(before) || !wanted.test(isPublic(traces, Pattern.compile(mark)))) {
                leaf.set().accept(leaf.text());
            }
        }
        return leaves.bytes();
    }

    private static List<String> shape(List<Traced> traces) {
        return traces.stream()
                .map(Traced::record)
                .map(it -> it.access() + " " + it.isDeleted() + " "
                        + it.localId().isEmpty()
                        + it.descriptions().stream().map(each -> each.node()).toList())
                .toList();
    }

    /** Whether {@code mark} stands in anything that is not private, or in a field that no rule speaks of. */
    static boolean isPublic(List<Traced> traces, Pattern mark) {
        return traces.stream()
                .flatMap(it ->
                        Stream.concat(said(it.record()), it.unread().stream().map(Traced.Unread::value)))
                .anyMatch(it -> mark.matcher(it).find());
    }

    private static Stream<String> said(MappedRecord record) {
        List<String> said = new ArrayList<>();
        said.add(record.isLocalIdPrivate() ? "" : record.localId());
        said.add(record.datestamp().orElse(""));
        record.about().stream()
                .filter(it -> !it.isPrivate())
                .forEach(it -> said.add(it.object().toString()));
        for (Description description : record.descriptions()) {
            description.statements().stream()
                    .filter(it -> !it.isPrivate())
                    .forEach(it -> said.add(it.object().toString()));
            description.claims().stream()
                    .filter(it -> !it.isPrivate())
                    .forEach(it -> said.add(it.raw() + " " + it.value()));
        }
        record.remarks().stream().filter(it -> !it.isPrivate()).forEach(it -> said.add(it.value()));
        return said.stream();
    }

    /** What a crosswalk makes of the file. */
    static List<Traced> traces(byte[] file, Path scratch, Crosswalks crosswalks) throws IOException {
        Path written = Files.write(scratch, file);
        List<Traced> traces = new ArrayList<>();
        List<ReadingPlan> plans = crosswalks.readingPlans();
        SourceReader.read(written, plans, new UnitSink() {
            private Crosswalk crosswalk = crosswalks.all().getFirst();

            @Override
            public void format(String format) {
                crosswalk = crosswalks.find(format).orElseThrow();
            }

            @Override
            public void unit(Field unit, long line, int index) {
                traces.addAll(crosswalk.traces(unit));
            }

            @Override
            public void unreadable(String where, Text reason) {}

            @Override
            public void unknown(Text reason) {}
        });
        return traces;
    }
}
