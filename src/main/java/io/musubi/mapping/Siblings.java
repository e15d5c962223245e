package io.musubi.mapping;

import io.musubi.model.Field;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shows one record of a unit at a time, as if the others were not there: what stands above several records stays, what
 * leads to others only is out of sight. So a record maps the same alone as among its siblings.
 */
final class Siblings {
    private final Map<Field, Above> above = new HashMap<>();
    private final Map<Field, Integer> places = new HashMap<>();

    /**
     * A field above records.
     *
     * @param all its children
     * @param common those that lead to no record
     */
    private record Above(List<Field> all, List<Field> common) {}

    Siblings(List<Field> records) {
        if (records.size() < 2) {
            return;
        }
        Map<Field, Boolean> leads = new HashMap<>();
        for (Field record : records) {
            Field field = record;
            while (leads.put(field, true) == null && field.parent() != null) {
                field = field.parent();
            }
        }
        for (Field record : records) {
            Field parent = record.parent();
            while (parent != null && !above.containsKey(parent)) {
                List<Field> common = new ArrayList<>();
                for (Field child : parent.children()) {
                    if (leads.containsKey(child)) {
                        places.put(child, common.size());
                    } else {
                        common.add(child);
                    }
                }
                above.put(parent, new Above(parent.children(), common));
                parent = parent.parent();
            }
        }
    }

    /** Leaves only {@code record} in sight. */
    void show(Field record) {
        Field child = record;
        Field parent = record.parent();
        while (parent != null && above.containsKey(parent)) {
            List<Field> common =
                    java.util.Objects.requireNonNull(above.get(parent)).common();
            List<Field> shown = new ArrayList<>(common.size() + 1);
            shown.addAll(common);
            shown.add(places.getOrDefault(child, common.size()), child);
            parent.show(shown);
            child = parent;
            parent = parent.parent();
        }
    }

    /** Brings all into sight again. */
    void showAll() {
        above.forEach((field, children) -> field.show(children.all()));
    }
}
