package io.musubi.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Compiles look-ups, and knows which tables a crosswalk uses. */
final class LookupReader {
    private final Vocabularies vocabularies;
    private final Tables tables;
    private final Map<String, Table> used = new TreeMap<>();

    LookupReader(Vocabularies vocabularies, Tables tables) {
        this.vocabularies = vocabularies;
        this.tables = tables;
    }

    /** The tables that rules have used so far, by name. */
    Map<String, Table> used() {
        return used;
    }

    /** The look-up of a rule, if it has one. */
    Optional<Refinement.Lookup> read(YamlNode node) {
        Optional<YamlNode> name = node.get("lookup");
        if (name.isEmpty()) {
            for (String key : List.of("by", "column")) {
                node.get(key)
                        .ifPresent(it -> it.mistake("'" + key + "' belongs to a 'lookup', and there is none here"));
            }
            return Optional.empty();
        }
        Optional<Table> table = tables.get(name.get().text());
        if (table.isEmpty()) {
            name.get().expected("a table in mappings/tables: " + tables.names());
            return Optional.empty();
        }
        used.put(table.get().name(), table.get());
        String by = column(node, "by", table.get(), table.get().header().getFirst());
        YamlNode column = node.need("column");
        if (column == null) {
            return Optional.empty();
        }
        String result = column(node, "column", table.get(), "");
        if (by.isEmpty() || result.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Refinement.Lookup(
                table.get().name(),
                table.get().index(by, result),
                iris(table.get().column(result), node)));
    }

    private static String column(YamlNode node, String key, Table table, String otherwise) {
        Optional<YamlNode> found = node.get(key);
        if (found.isEmpty()) {
            return otherwise;
        }
        String column = found.get().text();
        if (!table.header().contains(column)) {
            found.get().expected("a column of " + table.name() + ".csv: " + String.join(", ", table.header()));
            return "";
        }
        return column;
    }

    private Map<String, String> iris(List<String> cells, YamlNode rule) {
        Map<String, String> iris = new HashMap<>();
        if (!rule.has("lang") && !rule.has("datatype")) {
            cells.forEach(cell -> vocabularies.iri(cell.strip()).ifPresent(iri -> iris.put(cell.strip(), iri)));
        }
        return iris;
    }
}
