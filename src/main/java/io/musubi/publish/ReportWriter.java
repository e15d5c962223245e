package io.musubi.publish;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Collects what the shapes say of several pages; what stands on more than one counts once. */
final class ReportWriter {
    private final Map<String, Report.Gap> missing = new TreeMap<>();
    private final Map<String, Counted> advised = new TreeMap<>();

    private record Counted(Report.Gap example, Set<String> nodes) {}

    void add(List<ExportShapes.Result> results) {
        for (ExportShapes.Result result : results) {
            Report.Gap gap = result.gap();
            if (result.isDemanded()) {
                missing.put(gap.node() + " " + gap.rule(), gap);
            } else {
                advised.computeIfAbsent(gap.rule(), rule -> new Counted(gap, new HashSet<>()))
                        .nodes()
                        .add(gap.node());
            }
        }
    }

    List<Report.Gap> gaps() {
        return List.copyOf(missing.values());
    }

    List<Report.Advice> advice() {
        List<Report.Advice> all = new ArrayList<>();
        advised.forEach((rule, counted) -> all.add(new Report.Advice(
                counted.example().property(),
                rule,
                counted.example().message(),
                counted.nodes().size())));
        return all;
    }
}
