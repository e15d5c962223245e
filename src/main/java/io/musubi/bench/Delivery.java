package io.musubi.bench;

import io.musubi.mapping.Crosswalk;
import io.musubi.mapping.Crosswalks;
import io.musubi.mapping.MappingResult;
import io.musubi.model.Description;
import io.musubi.model.Field;
import io.musubi.model.MappedRecord;
import io.musubi.model.ReadingPlan;
import io.musubi.model.Text;
import io.musubi.source.SourceReader;
import io.musubi.source.UnitSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file of one format, read as an ingest reads it.
 *
 * @param file where it is
 * @param crosswalk of its format
 */
record Delivery(Path file, Crosswalk crosswalk) {

    static Delivery of(Path file, Crosswalks crosswalks, String format) {
        return new Delivery(file, crosswalks.find(format).orElseThrow());
    }

    /** Reads into record trees alone; how many units there are. */
    long read() throws IOException {
        return each(unit -> {});
    }

    /** Reads and maps; how many units there are. */
    long map(Consumer<MappedRecord> taker) throws IOException {
        return each(unit -> {
            for (MappingResult result : crosswalk.map(unit)) {
                if (!(result instanceof MappingResult.Mapped(MappedRecord record, var payload))) {
                    throw new IllegalStateException(file + " holds something that is no record: " + result);
                }
                taker.accept(record);
            }
        });
    }

    /** How many statements a record makes, of itself and of the things in it. */
    static long statements(MappedRecord record) {
        long count = record.about().size();
        for (Description description : record.descriptions()) {
            count += description.statements().size();
        }
        return count;
    }

    private long each(Consumer<Field> taker) throws IOException {
        Counting counting = new Counting(taker);
        List<ReadingPlan> plans = List.of(crosswalk.readingPlan());
        SourceReader.read(file, plans, counting);
        return counting.count;
    }

    private final class Counting implements UnitSink {
        private final Consumer<Field> taker;
        private long count;

        Counting(Consumer<Field> taker) {
            this.taker = taker;
        }

        @Override
        public void format(String format) {}

        @Override
        public void unit(Field unit, long line, int index) {
            count++;
            taker.accept(unit);
        }

        @Override
        public void unreadable(String where, Text reason) {
            throw new IllegalStateException(file + " " + where + ": " + reason.en());
        }

        @Override
        public void unknown(Text reason) {
            throw new IllegalStateException(file + ": " + reason.en());
        }
    }
}
