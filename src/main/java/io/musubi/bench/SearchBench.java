package io.musubi.bench;

import io.musubi.journal.Journal;
import io.musubi.service.NormalForms;
import io.musubi.service.Progress;
import io.musubi.text.Answer;
import io.musubi.text.Facet;
import io.musubi.text.Question;
import io.musubi.text.TextStore;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.commons.io.FileUtils;

/** Indexes invented documents in a folder of its own and searches them: milliseconds by kind of query, when warm. */
public final class SearchBench {
    /** Each is one way of asking; its queries are asked in turn. */
    private static final Map<String, List<Question>> MIX = mix();

    private static final int PAGE = 20;
    private static final int WARM = 5;

    private final int documents;
    private final int rounds;
    private final long seed;

    /**
     * Nothing is done yet.
     *
     * @param documents how many are indexed
     * @param rounds how often each query is asked
     * @param seed of the invention
     */
    public SearchBench(int documents, int rounds, long seed) {
        this.documents = documents;
        this.rounds = rounds;
        this.seed = seed;
    }

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

    /**
     * Runs it.
     *
     * @param home the project's folder
     * @param progress hears of what is being made
     * @throws IOException when the folder of its own cannot be written
     */
    public Report run(Path home, Progress progress) throws IOException {
        try (Scratch folder = new Scratch();
                Journal journal = Journal.open(folder.path());
                TextStore text = TextStore.open(folder.path(), journal, NormalForms.read(home)::all)) {
            new InventedDocuments(seed).publish(journal, documents, progress);
            long start = System.nanoTime();
            text.follow((done, total) -> progress.at("index", done, total));
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            return report(
                    text,
                    seconds,
                    FileUtils.sizeOfDirectory(folder.path().resolve("text").toFile()));
        }
    }

    private Report report(TextStore text, long seconds, long bytes) {
        Map<String, Map<String, Object>> kinds = new LinkedHashMap<>();
        MIX.forEach((kind, questions) -> kinds.put(kind, measured(text, questions)));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                "%,d documents indexed in %d s, %,d MB; %d rounds", documents, seconds, bytes >> 20, rounds));
        lines.add(String.format(
                "%-24s%10s%9s%9s%9s%9s%9s%9s", "milliseconds", "found", "min", "median", "p95", "p99", "max", "cpu"));
        kinds.forEach((kind, it) -> lines.add(String.format(
                "%-24s%10s%9s%9s%9s%9s%9s%9s",
                kind,
                it.get("found"),
                it.get("min"),
                it.get("median"),
                it.get("p95"),
                it.get("p99"),
                it.get("max"),
                it.get("cpu"))));
        return new Report(
                lines,
                Map.of("documents", documents, "indexSeconds", seconds, "indexBytes", bytes, "milliseconds", kinds));
    }

    /** The column cpu is the median of computing time alone: what a busy machine would need were it not busy. */
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
        Rounds times = new Rounds(nanos);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("found", found);
        told.put("min", milliseconds(times.min()));
        told.put("median", milliseconds(times.median()));
        told.put("p95", milliseconds(times.at(0.95)));
        told.put("p99", milliseconds(times.at(0.99)));
        told.put("max", milliseconds(times.max()));
        told.put("cpu", milliseconds(new Rounds(worked).median()));
        return told;
    }

    private static double milliseconds(double seconds) {
        return Math.round(seconds * 100_000) / 100.0;
    }
}
