package io.musubi.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node of the record tree that every reader gives and every crosswalk reads: a name, perhaps a text, children in
 * source order, a parent. Built by one thread; equality is identity.
 */
public final class Field {
    /** With so many children or fewer, looking at each is as quick as looking them up. */
    private static final int FEW = 6;

    private final String name;
    private final int line;
    private @Nullable Field parent;
    private @Nullable String text;
    private List<Field> children = List.of();
    /** The children by name; null while nobody asked, or since they changed. */
    private @Nullable Map<String, List<Field>> byName;

    private Field(String name, int line, @Nullable Field parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
    }

    /**
     * A tree's root.
     *
     * @param name interned by the reader where it can, so that comparing names is cheap
     * @param line where it begins in its file, counted from 1; 0 when unknown
     */
    public static Field root(String name, int line) {
        return new Field(name, line, null);
    }

    /** A new last child. */
    public Field add(String childName, int childLine) {
        Field child = new Field(childName, childLine, this);
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        children.add(child);
        byName = null;
        return child;
    }

    /** A new last child with a text; a blank text is none. */
    public Field add(String childName, int childLine, @Nullable String childText) {
        Field child = add(childName, childLine);
        child.setText(childText);
        return child;
    }

    /** The field's name: {@code title}, {@code dc:title}, {@code @xml:lang}, {@code []}. */
    public String name() {
        return name;
    }

    /** The line it begins on, counted from 1; 0 when unknown. */
    public int line() {
        return line;
    }

    /** The field it stands in; null for a unit. */
    public @Nullable Field parent() {
        return parent;
    }

    /** Its text, not blank; null when it has none. */
    public @Nullable String text() {
        return text;
    }

    /** Gives it a text; a blank one is none. */
    public void setText(@Nullable String value) {
        text = value == null || value.isBlank() ? null : value;
    }

    /** Its children in source order, attributes first. Not to be changed. */
    public List<Field> children() {
        return children;
    }

    /** Its children of one name in source order. Not to be changed. */
    public List<Field> children(String ofName) {
        if (children.size() > FEW) {
            Map<String, List<Field>> known = byName;
            if (known == null) {
                known = index();
                byName = known;
            }
            return known.getOrDefault(ofName, List.of());
        }
        List<Field> found = List.of();
        for (int i = 0; i < children.size(); i++) {
            Field child = children.get(i);
            if (child.name.equals(ofName)) {
                found = with(found, child);
            }
        }
        return found;
    }

    private Map<String, List<Field>> index() {
        Map<String, List<Field>> index = HashMap.newHashMap(children.size());
        for (Field child : children) {
            index.put(child.name, with(index.getOrDefault(child.name, List.of()), child));
        }
        return index;
    }

    /** Mostly there is one; a list that grows is only made for the second. */
    private static List<Field> with(List<Field> found, Field child) {
        if (found.isEmpty()) {
            return List.of(child);
        }
        List<Field> grown = found.size() == 1 ? new ArrayList<>(found) : found;
        grown.add(child);
        return grown;
    }

    /** Whether it is an XML attribute. */
    public boolean isAttribute() {
        return name.startsWith("@");
    }

    /** Takes a child out; the child keeps its parent, so that it can be put back. */
    public void remove(Field child) {
        children.removeIf(each -> each.equals(child));
        byName = null;
    }

    /**
     * Shows other children instead of the present ones, whose parent stays as it is: so that one record can be read as
     * if its siblings were not there.
     *
     * @return those shown before
     */
    public List<Field> show(List<Field> others) {
        List<Field> before = children;
        children = others;
        byName = null;
        return before;
    }

    /** Puts a child of another tree, or one that was taken out, before the child now at {@code index}. */
    public void insert(int index, Field child) {
        if (children.isEmpty()) {
            children = new ArrayList<>(4);
        }
        child.parent = this;
        children.add(index, child);
        byName = null;
    }

    /** A copy of the tree below this field, without a parent. */
    public Field copy() {
        Field copy = root(name, line);
        copyInto(copy);
        return copy;
    }

    private void copyInto(Field copy) {
        copy.text = text;
        for (Field child : children) {
            child.copyInto(copy.add(child.name, child.line));
        }
    }

    /** Its number among its parent's children of the same name, counted from 1. */
    public int position() {
        if (parent == null) {
            return 1;
        }
        List<Field> namesakes = parent.children(name);
        int before = namesakes.indexOf(this);
        return (before < 0 ? namesakes.size() : before) + 1;
    }

    private boolean isOneOfSeveral() {
        return parent != null && parent.children(name).stream().anyMatch(sibling -> !sibling.equals(this));
    }

    /** The way here from the root: {@code creator[2]/nameIdentifier}; a position where there are several, {@code .} for the root. */
    public String path() {
        return pathFrom(null);
    }

    /** The way here from {@code start}, written like {@link #path()}; from the root when it is not above this field. */
    public String pathFrom(@Nullable Field start) {
        StringBuilder out = new StringBuilder();
        Field field = this;
        while (field.parent != null && !field.equals(start)) {
            String step = field.isOneOfSeveral() ? field.name + "[" + field.position() + "]" : field.name;
            out.insert(0, out.isEmpty() ? step : step + "/");
            field = field.parent;
        }
        return out.isEmpty() ? "." : out.toString();
    }

    @Override
    public String toString() {
        return path() + (text == null ? "" : " = " + text);
    }
}
