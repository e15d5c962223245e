package io.musubi.mapping;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A look-up table: {@code mappings/tables/<name>.csv}, a header row and cells. */
final class Table {
    private final String name;
    private final List<String> header;
    private final List<List<String>> rows;
    private final byte[] bytes;

    Table(String name, List<String> header, List<List<String>> rows, byte[] bytes) {
        this.name = name;
        this.header = header;
        this.rows = rows;
        this.bytes = bytes;
    }

    String name() {
        return name;
    }

    List<String> header() {
        return header;
    }

    byte[] bytes() {
        return bytes;
    }

    /** All cells of a column, also empty ones. */
    List<String> column(String column) {
        int index = header.indexOf(column);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /**
     * From the cells of one column to those of another; of rows with the same key the first counts.
     *
     * @param by the column looked in
     * @param column the column that gives the result
     */
    Index index(String by, String column) {
        List<String> keys = column(by);
        List<String> results = column(column);
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!keys.get(i).isBlank()) {
                cells.putIfAbsent(fold(keys.get(i)), results.get(i).strip());
                cells.putIfAbsent(keys.get(i), results.get(i).strip());
            }
        }
        return new Index(Map.copyOf(cells), new ConcurrentHashMap<>());
    }

    static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /**
     * A look-up.
     *
     * @param cells keys, as written and folded, to results
     * @param folded the folded form of words that were asked for lately: sources repeat themselves
     */
    record Index(Map<String, String> cells, Map<String, String> folded) {
        private static final int WORDS = 4096;
        private static final int LONGEST = 60;

        /** The cell for {@code key}; empty when the table gives it none; null when the key is not in the table. */
        @Nullable
        String find(String key) {
            String cell = cells.get(key);
            if (cell != null) {
                return cell;
            }
            if (key.length() > LONGEST) {
                return cells.get(fold(key));
            }
            if (folded.size() > WORDS) {
                folded.clear();
            }
            return cells.get(folded.computeIfAbsent(key, Table::fold));
        }
    }
}
