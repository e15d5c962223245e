package io.musubi.bench;

import io.musubi.bench.invented.Corpus;
import io.musubi.bench.invented.Shape;
import io.musubi.bench.invented.Version;
import io.musubi.mapping.Crosswalks;
import io.musubi.service.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** How fast crosswalks are, beside reading the same file into the same record trees. */
public final class CrosswalkBench {
    private final List<Shape> shapes;
    private final long records;
    private final int rounds;
    private final long seed;

    /**
     * Nothing is done yet.
     *
     * @param shapes which deliveries
     * @param records how many in each
     * @param rounds how often each is read and mapped
     * @param seed of the invention
     */
    public CrosswalkBench(List<Shape> shapes, long records, int rounds, long seed) {
        this.shapes = List.copyOf(shapes);
        this.records = records;
        this.rounds = rounds;
        this.seed = seed;
    }

    /**
     * Runs it.
     *
     * @param home the project's folder
     * @param progress hears of what is being done
     * @throws Exception when a file cannot be written or read
     */
    public Report run(Path home, Progress progress) throws Exception {
        Crosswalks crosswalks = Crosswalks.load(home);
        Report report = Report.EMPTY;
        try (Scratch scratch = new Scratch()) {
            for (Shape shape : shapes) {
                Path file = scratch.path().resolve(shape.fileName());
                progress.at("write " + file.getFileName(), 0, 0);
                new Corpus(seed).write(file, shape, Version.first(0, records));
                report = report.and(measured(shape, Delivery.of(file, crosswalks, shape.format()), home));
                Files.delete(file);
            }
            if (shapes.contains(Shape.ROR)) {
                progress.at("beside CARML", 0, 0);
                report = report.and(CarmlBench.run(scratch.path(), crosswalks, seed, records, rounds));
            }
        }
        return report;
    }

    private Report measured(Shape shape, Delivery delivery, Path home) throws Exception {
        AtomicLong mapped = new AtomicLong();
        AtomicLong statements = new AtomicLong();
        delivery.map(record -> {
            mapped.incrementAndGet();
            statements.addAndGet(Delivery.statements(record));
        });
        if (delivery.read() != records || mapped.get() != records) {
            throw new IllegalStateException(shape + ": " + records + " records were written, " + delivery.read()
                    + " are read and " + mapped + " mapped");
        }
        Report times = new Timing(shape.toString(), "records")
                .peer("reading", records, delivery::read)
                .peer("reading and crosswalk", records, () -> delivery.map(record -> {}))
                .run(rounds > 1 ? 1 : 0, rounds)
                .report();
        SmallHeap.Outcome small = SmallHeap.map(home, delivery);
        return times.and(
                        shape + " peak megabytes",
                        small.peakMegabytes(),
                        String.format(
                                "  with a heap of 256 MB: %,d records, at most %d MB in use after a collection",
                                small.records(), small.peakMegabytes()))
                .and(
                        shape + " statements",
                        statements.get(),
                        String.format(
                                "  %,d statements, %.1f each", statements.get(), statements.doubleValue() / records));
    }
}
