package io.musubi.cli;

import io.musubi.journal.Journal;
import io.musubi.service.Rulebook;
import io.musubi.text.Answer;
import io.musubi.text.Facet;
import io.musubi.text.Question;
import io.musubi.text.TextStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code musubi bench search}. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = {
            "Index invented documents in a folder of its own and search them: milliseconds by kind of query, when warm.",
            "The column cpu is the median of computing time alone: what a busy machine would need were it not busy.",
            "架空の文書を索引し、検索にかかる時間（ミリ秒）を種類ごとに測ります。"
        },
        footer = {"", "Example: musubi bench search --documents 100000"})
final class SearchBench implements Callable<Integer> {
    /** Each is one way of asking; its queries are asked in turn. */
    private static final Map<String, List<Question>> MIX = mix();

    private static final int PAGE = 20;
    private static final int WARM = 5;

    @Mixin
    private Console console = new Console();

    @Option(names = "--documents", description = "How many (default ${DEFAULT-VALUE}).")
    private int documents = 100_000;

    @Option(names = "--rounds", description = "How often each query is asked (default ${DEFAULT-VALUE}).")
    private int rounds = 50;

    @Option(names = "--seed", description = "Of the invention (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    private static Map<String, List<Question>> mix() {
        Map<String, List<Question>> mix = new LinkedHashMap<>();
        mix.put("one Japanese word", words("データ", "土壌", "観測", "気象"));
        mix.put("Japanese words", words("海面水温 観測", "土壌微生物 データベース", "高齢者 調査 2019"));
        mix.put("unspaced compound", words("海面水温観測データ", "土壌微生物群集解析"));
        mix.put("part of a word", words("壌微", "面水", "齢者調"));
        mix.put("kana and romaji", words("きしょう", "kishou", "ドジョウ", "kaimen"));
        mix.put("English words", words("soil", "sea surface temperature", "survey of elderly people"));
        mix.put("quoted phrase", words("\"観測データ\"", "\"sea surface temperature\""));
        mix.put("identifier", words("10.60599/d4711", "https://doi.org/10.60599/d12", "JP20K00017", "20K00017"));
        mix.put("beginning of a number", words("10.60599/d47", "jp20k0"));
        mix.put("everything", words(""));
        mix.put(
                "word with facets",
                List.of(
                        asked("観測", Map.of(Facet.YEAR, List.of("2021"), Facet.ACCESS, List.of("open"))),
                        asked("data", Map.of(Facet.FIELD, List.of("389"), Facet.KIND, List.of("dataset")))));
        mix.put("nothing found", words("存在しない語句", "qqqqzzzz"));
        return mix;
    }

    private static List<Question> words(String... texts) {
        return Arrays.stream(texts).map(text -> asked(text, Map.of())).toList();
    }

    private static Question asked(String text, Map<Facet, List<String>> chosen) {
        return new Question(text, chosen, Optional.empty(), PAGE, "ja");
    }

    @Override
    public Integer call() throws IOException {
        Rulebook rules = new Rulebook(Home.folder());
        Path folder = Files.createTempDirectory("musubi-bench");
        try (Journal journal = Journal.open(folder);
                TextStore text = TextStore.open(folder, journal, rules::spellings)) {
            new InventedDocuments(seed).publish(journal, documents, console::progress);
            long start = System.nanoTime();
            text.follow((done, total) -> console.progress("index", done, total));
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            report(text, seconds, bytes(folder.resolve("text")));
        } finally {
            remove(folder);
        }
        return ExitCode.OK;
    }

    private void report(TextStore text, long seconds, long bytes) {
        Map<String, Map<String, Object>> kinds = new LinkedHashMap<>();
        MIX.forEach((kind, questions) -> kinds.put(kind, measured(text, questions)));
        if (console.isJson()) {
            console.json(Map.of(
                    "documents", documents, "indexSeconds", seconds, "indexBytes", bytes, "milliseconds", kinds));
            return;
        }
        console.out(String.format(
                "%,d documents indexed in %d s, %,d MB; %d rounds", documents, seconds, bytes >> 20, rounds));
        console.out(String.format(
                "%-24s%10s%9s%9s%9s%9s%9s%9s", "milliseconds", "found", "min", "median", "p95", "p99", "max", "cpu"));
        kinds.forEach((kind, it) -> console.out(String.format(
                "%-24s%10s%9s%9s%9s%9s%9s%9s",
                kind,
                it.get("found"),
                it.get("min"),
                it.get("median"),
                it.get("p95"),
                it.get("p99"),
                it.get("max"),
                it.get("cpu"))));
    }

    private Map<String, Object> measured(TextStore text, List<Question> questions) {
        long found = 0;
        List<Long> nanos = new ArrayList<>();
        List<Long> worked = new ArrayList<>();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int round = -WARM; round < rounds; round++) {
            for (Question question : questions) {
                long start = System.nanoTime();
                long worksSince = threads.getCurrentThreadCpuTime();
                Answer answer = text.search(question);
                if (round >= 0) {
                    nanos.add(System.nanoTime() - start);
                    worked.add(threads.getCurrentThreadCpuTime() - worksSince);
                    found = Math.max(found, answer.total());
                }
            }
        }
        nanos.sort(null);
        worked.sort(null);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("found", found);
        told.put("min", at(nanos, 0));
        told.put("median", at(nanos, 0.5));
        told.put("p95", at(nanos, 0.95));
        told.put("p99", at(nanos, 0.99));
        told.put("max", at(nanos, 1));
        told.put("cpu", at(worked, 0.5));
        return told;
    }

    private static double at(List<Long> sorted, double share) {
        long nanos = sorted.get((int) Math.round(share * (sorted.size() - 1)));
        return Math.round(nanos / 10_000.0) / 100.0;
    }

    private static long bytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
