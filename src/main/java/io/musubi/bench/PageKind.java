package io.musubi.bench;

import io.musubi.indicator.Indicator;
import io.musubi.indicator.Indicators;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.publish.Catalogues;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Pages of one kind.
 *
 * @param name of the kind
 * @param mediaType of each
 * @param mark something that each says
 * @param paths where they are, asked for in turn
 */
record PageKind(String name, String mediaType, String mark, List<String> paths) {
    private static final String HTML = "text/html";
    private static final String TURTLE = "text/turtle";
    private static final String END = "</html>";
    private static final String CATALOGUE = "dcat:Catalog";
    private static final String INDICATOR = "indicator";
    private static final int SOME = 2_000;
    private static final int ON_A_LIST = 50;
    private static final List<String> WORDS =
            List.of("データ", "土壌", "海面水温 観測", "土壌微生物群集解析", "きしょう", "soil", "sea surface temperature", "10.60601/r1", "");

    boolean isIndicator() {
        return name.equals(INDICATOR);
    }

    /** All that is public. */
    record Everything(String base, List<String> iris, long state) {
        static Everything in(Path publicFolder, String base) {
            try (Journal journal = Journal.openReadOnly(publicFolder);
                    Snapshot snapshot = journal.snapshot()) {
                return new Everything(
                        base,
                        snapshot.iris().stream().sorted().toList(),
                        snapshot.state().number());
            }
        }

        /** The path of each thing of a kind, in the order of their IRIs. */
        List<String> of(String kind) {
            return iris.stream()
                    .filter(it -> it.startsWith(base + kind + "/"))
                    .map(it -> it.substring(base.length()))
                    .toList();
        }
    }

    /**
     * The kinds that are measured; of things, some by chance.
     *
     * @param home the project's folder
     * @param seed of the chance
     */
    static List<PageKind> all(Everything all, Path home, long seed) {
        List<PageKind> kinds = new ArrayList<>();
        kinds.add(new PageKind("home", HTML, END, List.of("/")));
        for (String kind : List.of("dataset", "project", "person", "organization", "record")) {
            kinds.add(new PageKind(kind, HTML, END, behind("/", some(all.of(kind), seed))));
        }
        List<String> datasets = all.of("dataset");
        String begun = "/catalog?walk=" + all.state();
        String walk = begun + after(datasets, Catalogues.ENTRIES, "&after=", "");
        kinds.add(new PageKind("catalogue, first page", TURTLE, CATALOGUE, List.of("/catalog")));
        kinds.add(new PageKind("catalogue, last page", TURTLE, CATALOGUE, List.of(walk)));
        kinds.add(new PageKind(
                "catalogue, any page", TURTLE, CATALOGUE, paths(begun + "&after=", some(datasets, seed).stream())));
        kinds.add(new PageKind("list of datasets, first page", HTML, END, List.of("/dataset")));
        String last = "/dataset" + after(datasets, ON_A_LIST, "?after=", "dataset/");
        kinds.add(new PageKind("list of datasets, last page", HTML, END, List.of(last)));
        kinds.add(new PageKind("search", HTML, END, paths("/search?q=", WORDS.stream())));
        kinds.add(new PageKind(
                INDICATOR,
                HTML,
                END,
                paths("/indicators/", Indicators.read(home).all().stream().map(Indicator::id))));
        return kinds;
    }

    private static List<String> some(List<String> paths, long seed) {
        List<String> shuffled = new ArrayList<>(paths);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled.stream().limit(SOME).toList();
    }

    private static List<String> behind(String before, List<String> paths) {
        return paths.stream().map(it -> before + it).toList();
    }

    /** The parameter of the page that holds the last {@code many}; nothing where there are no more than that. */
    private static String after(List<String> paths, int many, String parameter, String prefix) {
        return paths.size() <= many
                ? ""
                : parameter + encoded(paths.get(paths.size() - many - 1).substring(prefix.length()));
    }

    private static List<String> paths(String before, Stream<String> keys) {
        return keys.map(it -> before + encoded(it)).toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
