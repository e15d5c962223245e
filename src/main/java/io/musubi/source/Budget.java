package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.Text;
import org.jspecify.annotations.Nullable;

/**
 * Builds the tree of one unit within its limits: {@value #BYTES} bytes of heap by estimate, {@value #DEPTH} levels. Past
 * a limit nothing more is kept, so that the reader can run on to the unit's end and report it.
 */
final class Budget {
    /** 64 MB. */
    static final long BYTES = 64L << 20;

    /** Deeper than any record that people or programs write on purpose. */
    static final int DEPTH = 1000;

    private static final int FIELD_BYTES = 64;

    private long used;
    private @Nullable Text broken;

    /** A new child of {@code parent}, or {@code parent} itself once a limit is passed. */
    Field add(Field parent, String name, int line, @Nullable String text) {
        check(name, text == null ? name : text);
        used += FIELD_BYTES + (text == null ? 0 : 40 + 2L * text.length());
        if (broken == null && used > BYTES) {
            broken = tooLarge();
        }
        return broken == null ? parent.add(name, line, text) : parent;
    }

    /** Counts text that is still being collected. */
    void count(int characters) {
        used += 2L * characters;
        if (broken == null && used > BYTES) {
            broken = tooLarge();
        }
    }

    /** Looks whether a field's text is text. */
    void check(String field, String text) {
        if (broken == null) {
            broken = Decoded.damage(field, text);
        }
    }

    /** Notes that an object names a member twice. */
    void twice(String field) {
        broken = new Text(
                "項目「" + field + "」が一つのオブジェクトに2回あり、どちらが正しいか分かりません。一つにしてください。",
                "The member '" + field
                        + "' stands twice in one object, and nobody can know which one holds. Leave one.");
    }

    /** Notes that the unit refers to an entity that nobody declared. */
    void unknownEntity(String name) {
        broken = new Text(
                "宣言のない実体参照 &" + name + "; があります。文字そのものに置き換えてください。",
                "It refers to an entity that is not declared, &" + name + ";. Write the character itself.");
    }

    /** Notes that the unit is nested more deeply than {@link #DEPTH}. */
    void tooDeep() {
        broken = new Text(
                "入れ子が" + DEPTH + "段を超えています。出力元のデータを確認してください。",
                "Nested more than " + DEPTH + " levels deep. Look at what wrote the data.");
    }

    private static Text tooLarge() {
        return new Text(
                "1件が" + (BYTES >> 20) + " MBを超えています。分割してください。",
                "A single unit is larger than " + (BYTES >> 20) + " MB. Split it.");
    }

    /** Why the unit cannot be kept; null when it can. */
    @Nullable
    Text broken() {
        return broken;
    }
}
