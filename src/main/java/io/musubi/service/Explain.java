package io.musubi.service;

import io.musubi.mapping.Crosswalk;
import io.musubi.mapping.Traced;
import io.musubi.model.Field;
import io.musubi.model.Text;
import io.musubi.source.SourceReader;
import io.musubi.source.UnitSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows where each statement of a record comes from, and what was not read. */
public final class Explain {
    private final Rulebook rules;

    /** @param rules the crosswalks */
    public Explain(Rulebook rules) {
        this.rules = rules;
    }

    /**
     * One record, explained.
     *
     * @param format the crosswalk
     * @param place its line in the file
     * @param traced its statements and their sources
     */
    public record Explained(String format, String place, Traced traced) {}

    /**
     * What came of a file.
     *
     * @param records those wanted
     * @param troubles what could not be read, with its place
     */
    public record Result(List<Explained> records, List<String> troubles) {}

    /**
     * Explains a file.
     *
     * @param record the local id, or the number in the file counted from 1; empty: all
     * @param language of troubles
     * @throws IOException when the file cannot be opened
     */
    public Result run(Path file, Optional<String> record, String language) throws IOException {
        List<Explained> found = new ArrayList<>();
        List<String> troubles = new ArrayList<>();
        SourceReader.read(file, rules.crosswalks().readingPlans(), new UnitSink() {
            private Optional<Crosswalk> crosswalk = Optional.empty();
            private int number;

            @Override
            public void format(String format) {
                crosswalk = rules.crosswalks().find(format);
            }

            @Override
            public void unit(Field unit, long line, int index) {
                for (Traced traced : crosswalk.orElseThrow().traces(unit)) {
                    number++;
                    String id = traced.record().localId();
                    if (record.isEmpty()
                            || record.get().equals(id)
                            || record.get().equals("" + number)) {
                        found.add(new Explained(crosswalk.orElseThrow().format(), "line " + line, traced));
                    }
                }
            }

            @Override
            public void unreadable(String where, Text reason) {
                troubles.add(where + ": " + reason.in(language));
            }

            @Override
            public void unknown(Text reason) {
                troubles.add(reason.in(language));
            }
        });
        return new Result(found, troubles);
    }
}
