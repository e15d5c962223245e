package io.musubi.mapping;

import io.musubi.mapping.CrosswalkException.Mistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All look-up tables of the house. */
final class Tables {
    private final Map<String, Table> byName = new TreeMap<>();

    /** Reads every {@code .csv} of {@code folder}; a folder that is not there holds none. */
    static Tables read(Path folder, List<Mistake> mistakes) {
        Tables tables = new Tables();
        if (!Files.isDirectory(folder)) {
            return tables;
        }
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".csv")).sorted().forEach(file -> tables.add(file, mistakes));
        } catch (IOException e) {
            throw new UncheckedIOException(folder + " could not be read", e);
        }
        return tables;
    }

    private void add(Path file, List<Mistake> mistakes) {
        String fileName = file.getFileName().toString();
        String name = fileName.substring(0, fileName.length() - ".csv".length());
        try {
            byte[] bytes = Files.readAllBytes(file);
            List<List<String>> rows = TableText.rows(new String(bytes, StandardCharsets.UTF_8));
            if (rows.isEmpty()) {
                mistakes.add(new Mistake("mappings/tables/" + fileName, 1, "", "expected a header row"));
                return;
            }
            List<String> header = rows.getFirst();
            List<List<String>> cells = new ArrayList<>();
            for (int i = 1; i < rows.size(); i++) {
                if (rows.get(i).size() == header.size()) {
                    cells.add(rows.get(i));
                } else {
                    mistakes.add(new Mistake(
                            "mappings/tables/" + fileName,
                            i + 1,
                            "",
                            "found " + rows.get(i).size() + " cells; expected " + header.size() + " as in the header"));
                }
            }
            byName.put(name, new Table(name, header, cells, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " could not be read", e);
        }
    }

    Optional<Table> get(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Their names, for messages. */
    String names() {
        return String.join(", ", byName.keySet());
    }
}
