package io.musubi.mapping;

import io.musubi.model.Field;
import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Fields whose texts are lists that run in parallel (names in one column, numbers in another), cut into fields that
 * stand together.
 *
 * @param into the name of the fields made, on the unit
 * @param separator where the texts are cut
 * @param fields the name of each child made to the paths it is cut from: the first with a text
 */
record Parallel(String into, String separator, Map<String, List<FieldPath>> fields) {

    /** Adds the fields to the unit of {@code scope}; notes in {@code origins} what each was cut from. */
    void unfold(Scope scope, Map<Field, Field> origins) {
        Map<String, Field> found = new LinkedHashMap<>();
        Map<String, List<String>> pieces = new LinkedHashMap<>();
        fields.forEach((name, paths) -> {
            for (FieldPath path : paths) {
                for (Field field : path.select(scope.unit(), scope)) {
                    String text = found.containsKey(name) ? null : field.text();
                    if (text != null) {
                        found.put(name, field);
                        pieces.put(name, cut(text));
                    }
                }
            }
        });
        if (pieces.isEmpty()) {
            return;
        }
        int count = count(pieces);
        pieces.values().forEach(each -> level(each, count));
        pieces.entrySet().removeIf(entry -> entry.getValue().size() != count && refuse(entry.getKey(), found, scope));
        Field unit = scope.unit();
        for (int i = 0; i < count; i++) {
            Field row = unit.add(into, unit.line());
            for (Map.Entry<String, List<String>> column : pieces.entrySet()) {
                Field origin = found.get(column.getKey());
                Field cell =
                        row.add(column.getKey(), unit.line(), column.getValue().get(i));
                if (origin != null) {
                    origins.put(cell, origin);
                    origins.putIfAbsent(row, origin);
                }
            }
        }
    }

    private List<String> cut(String text) {
        List<String> cut = new ArrayList<>();
        for (String piece : text.split(Pattern.quote(separator), -1)) {
            cut.add(piece.strip());
        }
        return cut;
    }

    /** As many as in the first list; a separator at its end opens no further piece unless another list agrees that it does. */
    private static int count(Map<String, List<String>> pieces) {
        List<String> first = pieces.values().iterator().next();
        boolean isAgreed = pieces.size() > 1 && pieces.values().stream().allMatch(each -> each.size() == first.size());
        return !isAgreed && first.size() > 1 && first.getLast().isEmpty() ? first.size() - 1 : first.size();
    }

    private static void level(List<String> pieces, int count) {
        if (pieces.size() == count + 1 && pieces.getLast().isEmpty()) {
            pieces.removeLast();
        }
    }

    private static boolean refuse(String name, Map<String, Field> found, Scope scope) {
        Field field = found.get(name);
        String text = field == null ? null : scope.tested(field);
        if (field != null && text != null) {
            scope.remark(
                    "parallel",
                    Severity.WARNING,
                    field,
                    text,
                    new Text("並行する項目と同じ個数", "As many as in the field beside it"),
                    new Text(
                            "個数が合わないため、対応づけませんでした。空の値も区切り文字で示してください。",
                            "Not matched, since the numbers differ. Mark empty ones by their separators too."),
                    false);
        }
        return true;
    }
}
