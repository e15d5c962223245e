package io.musubi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a data folder takes of the disk, by part. Blocks in use are counted, as {@code du} does: the files of TDB2 are
 * longer than what was ever written of them.
 *
 * @param bytes of each part: ledger, journal, graph, text
 */
record Disk(Map<String, Long> bytes) {
    /** Each part, and the files and folders it is, below the data folder. */
    private static final Map<String, String> PARTS = new TreeMap<>(Map.of(
            "ledger", "ledger",
            "journal", "public/journal\\.db.*",
            "graph", "public/graph-\\d+",
            "text", "public/text"));

    /** Measures {@code data}; files may come and go meanwhile. */
    static Disk of(Path data) throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        PARTS.keySet().forEach(part -> bytes.put(part, 0L));
        Process process = new ProcessBuilder(List.of("du", "-ak", data.toString()))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines = process.inputReader()) {
            lines.lines().forEach(line -> add(bytes, data, line.split("\t", 2)));
        }
        return new Disk(bytes);
    }

    private static void add(Map<String, Long> bytes, Path data, String[] line) {
        String path = data.relativize(Path.of(line[1])).toString();
        PARTS.forEach((part, files) -> {
            if (path.matches(files)) {
                bytes.merge(part, Long.parseLong(line[0]) << 10, Long::sum);
            }
        });
    }

    long of(String part) {
        return bytes.getOrDefault(part, 0L);
    }

    long all() {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }
}
