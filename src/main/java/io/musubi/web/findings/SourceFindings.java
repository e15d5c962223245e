package io.musubi.web.findings;

import io.musubi.finding.Cause;
import io.musubi.finding.Group;
import io.musubi.finding.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The public findings of one source at one state, page by page in their one order. */
final class SourceFindings {
    private final FindingsIndex.View view;
    private final String base;
    private final String source;

    /** @param source its segment of the IRI */
    SourceFindings(FindingsIndex.View view, String base, String source) {
        this.view = view;
        this.base = base;
        this.source = source;
    }

    /**
     * Which findings are wanted.
     *
     * @param rule only this rule; empty: any
     * @param cause only the cause of this {@linkplain Cause#id id}; empty: any
     */
    record Wanted(Optional<String> rule, Optional<String> cause) {
        boolean holds(Cause it) {
            return rule.filter(name -> !name.equals(it.rule())).isEmpty()
                    && cause.filter(id -> !id.equals(it.id())).isEmpty();
        }
    }

    /**
     * Where a list goes on.
     *
     * @param cause the id of the cause; empty: the first
     * @param record the name of the last record seen of that cause; empty before the first
     */
    record Place(String cause, String record) {}

    /**
     * Some rows.
     *
     * @param groups in order, with as many rows as fit
     * @param next where to go on, if there is more
     */
    record Page(List<Group<Row>> groups, Optional<Place> next) {}

    /** The causes that are wanted, without rows, most gained first. */
    List<Group<String>> groups(Wanted wanted) {
        return view.overview(source).stream()
                .filter(group -> wanted.holds(group.cause()))
                .toList();
    }

    /** Each cause that is wanted with its first few rows. */
    List<Group<Row>> overview(Wanted wanted) {
        return groups(wanted).stream()
                .map(group -> with(group, rows(group.items(), group.cause())))
                .toList();
    }

    /** Rows from {@code from} on, of at most so many records. */
    Page page(Wanted wanted, Place from, int records) {
        List<Group<String>> groups = groups(wanted);
        List<Group<Row>> page = new ArrayList<>();
        int room = records;
        String after = from.record();
        for (int i = start(groups, from.cause()); i < groups.size(); i++) {
            Group<String> group = groups.get(i);
            List<String> names = view.records(source, group.cause(), after, room + 1);
            List<String> shown = names.subList(0, Math.min(room, names.size()));
            if (!shown.isEmpty()) {
                page.add(with(group, rows(shown, group.cause())));
            }
            if (names.size() > room) {
                String last = shown.isEmpty() ? "" : shown.getLast();
                return new Page(page, Optional.of(new Place(group.cause().id(), last)));
            }
            room -= shown.size();
            after = "";
        }
        return new Page(page, Optional.empty());
    }

    private static int start(List<Group<String>> groups, String cause) {
        int start = 0;
        while (!cause.isEmpty()
                && start < groups.size()
                && !groups.get(start).cause().id().equals(cause)) {
            start++;
        }
        return start;
    }

    private static Group<Row> with(Group<String> group, List<Row> rows) {
        return new Group<>(group.number(), group.cause(), group.gain(), rows);
    }

    /** What the main things of the records of {@code groups} are called there, by the records' links. */
    Map<String, String> titles(List<Group<Row>> groups, String language) {
        Map<String, String> titles = new HashMap<>();
        for (Group<Row> group : groups) {
            for (Row row : group.items()) {
                titles.computeIfAbsent(
                        row.link(),
                        link -> view.snapshot()
                                .document(link)
                                .map(it -> FindingParts.title(it, language))
                                .orElse(""));
            }
        }
        return titles;
    }

    private List<Row> rows(List<String> records, Cause cause) {
        return records.stream()
                .flatMap(name -> view.document(name).stream())
                .flatMap(document -> FindingParts.rows(document, base, lines -> view.isOf(lines, cause)).stream())
                .toList();
    }
}
