package io.musubi.source;

import io.musubi.model.Field;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Syntax;
import io.musubi.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sink that writes down what it hears, one line each. */
final class Collected implements UnitSink {
    private final List<String> heard = new ArrayList<>();
    private long progress;

    /** A plan whose units at {@code at} are recognised by a child called {@code child}. */
    static ReadingPlan plan(Syntax syntax, String at, String child) {
        return new ReadingPlan(
                "test",
                Set.of(syntax),
                Map.of("https://example.org/n/", "n"),
                List.of(new ReadingPlan.Unit(
                        at.equals(".") ? List.of() : List.of(at.split("/")),
                        child,
                        unit -> unit.children().stream()
                                .anyMatch(it -> it.name().equals(child)),
                        false)),
                List.of());
    }

    @Override
    public void format(String format) {
        heard.add("format " + format);
    }

    @Override
    public void unit(Field unit, long line, int index) {
        heard.add(index + " line " + line + " " + Payload.text(unit));
    }

    @Override
    public void unreadable(String where, Text reason) {
        heard.add("unreadable " + where + ": " + reason.en());
    }

    @Override
    public void unknown(Text reason) {
        heard.add("unknown: " + reason.en());
    }

    @Override
    public void progress(long bytes, long total) {
        progress = bytes;
    }

    List<String> heard() {
        return heard;
    }

    long progress() {
        return progress;
    }
}
