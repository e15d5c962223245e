package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.journal.Snapshot;
import io.musubi.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that ingest, decide, purge, swap or serve are killed at seeded moments; now and then they are asked to end
 * instead. What is left is looked at as it lies, as a server would find it: whole states everywhere. Then the next one goes
 * on from the step after the last that was said to be done.
 *
 * <p>The same steps without a kill give a list of states. By their hashes it is told where a store is that was killed: never
 * before the last step that was said to be done, never in a state that is not of the list, at last at its end. Numbers are
 * not compared: they count commits, and a step that is done twice may make one more. More kills:
 * {@code -Dmusubi.kills=200}.
 */
class KillsTest {
    private static final int KILLS = Integer.getInteger("musubi.kills", 20);
    private static final int LONGEST = 1_500;

    @TempDir
    Path folder;

    private final Random random = new Random(Long.getLong("musubi.seed", 20261121));
    private Path plan = Path.of("");
    private List<String> steps = List.of();

    /** After each step: where in {@link #hashes} the store is. */
    private final List<Integer> places = new ArrayList<>();

    /** Of all states, in order, without kills. */
    private final List<String> hashes = new ArrayList<>();

    @Test
    void nothingThatWasSaidToBeDoneIsLost() throws Exception {
        withoutKills();
        int run = 0;
        Path data = folder.resolve("run-" + run);
        int next = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            next += killed(data, next, kill);
            assertThat(hash(data))
                    .as("kill %d, run %d, step %d", kill, run, next)
                    .isIn(hashes.subList(place(next), place(next + 1) + 1));
            if (next == steps.size()) {
                data = folder.resolve("run-" + ++run);
                next = 0;
            }
        }
        finish(data, next);
        assertThat(hash(data)).isEqualTo(hashes.getLast());
        assertThat(Doctor.examine(data, Progress.SILENT).isSound()).isTrue();
    }

    private void withoutKills() throws IOException {
        Path reference = folder.resolve("reference");
        List<String> all = new ArrayList<>();
        List<String> deliveries = Year.plan(folder.resolve("deliveries"), 3);
        int night = deliveries.size() / 3;
        plan = Files.write(folder.resolve("first"), deliveries.subList(0, night));
        List<Long> numbers = new ArrayList<>(toTheEnd(reference));
        all.addAll(deliveries.subList(0, night));
        try (Store store = House.store(reference)) {
            all.addAll(Year.decisions(store));
        }
        all.addAll(deliveries.subList(night, deliveries.size()));
        all.add("rebuild");
        steps = all;
        plan = Files.write(folder.resolve("steps"), steps);
        try (Year.Child child = Year.Child.start(reference, plan, night)) {
            numbers.addAll(child.done());
        }
        assertThat(numbers).hasSameSizeAs(steps);
        try (Store store = House.store(reference);
                Snapshot snapshot = store.journal().snapshot()) {
            hashes.add("0".repeat(64));
            snapshot.states(0, Integer.MAX_VALUE).stream().map(State::hash).forEach(hashes::add);
        }
        numbers.forEach(number -> places.add(number.intValue()));
    }

    private List<Long> toTheEnd(Path data) throws IOException {
        try (Year.Child child = Year.Child.start(data, plan, 0)) {
            return child.done();
        }
    }

    /** Where a store is at least when so many steps are done. */
    private int place(int done) {
        return done == 0 ? 0 : places.get(Math.min(done, places.size()) - 1);
    }

    /** Starts it from a step on, kills it; gives how many steps were said to be done. */
    private int killed(Path data, int next, int kill) throws Exception {
        Optional<Process> server = kill % 5 == 4 ? Optional.of(serve(data)) : Optional.empty();
        int done;
        try (Year.Child child = Year.Child.start(data, plan, next)) {
            Thread.sleep(random.nextInt(LONGEST));
            if (server.isPresent() && random.nextBoolean()) {
                server.get().destroyForcibly().waitFor();
                Thread.sleep(random.nextInt(LONGEST / 3));
            }
            if (kill % 7 == 6) {
                child.process().destroy();
                assertThat(child.process().waitFor(10, TimeUnit.SECONDS)).isTrue();
            } else {
                child.process().destroyForcibly().waitFor();
            }
            done = child.done().size();
            if (server.isPresent() && server.get().isAlive()) {
                Thread.sleep(random.nextInt(LONGEST / 3));
                server.get().destroyForcibly().waitFor();
            }
        } finally {
            server.ifPresent(Process::destroyForcibly);
        }
        Doctor.Report report = Doctor.examine(data, Progress.SILENT);
        assertThat(report.isSound()).as("kill %d: %s", kill, report.lines()).isTrue();
        return done;
    }

    private Process serve(Path data) throws IOException {
        House.store(data).close();
        List<String> command = new ArrayList<>(Year.java());
        command.addAll(
                List.of("io.musubi.cli.Main", "serve", "--lang", "en", "--port", "0", "--base", House.BASE, "--data"));
        command.add(data.toString());
        Path said = Files.createTempFile(folder, "served", ".txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Year.Child.waitFor(process, said, "Serving at");
        return process;
    }

    /** Opens the store, which catches up; gives the hash of its state then. */
    private static String hash(Path data) {
        try (Store store = House.store(data)) {
            return store.journal().state().hash();
        }
    }

    private void finish(Path data, int next) throws IOException {
        try (Store store = House.store(data)) {
            for (String step : steps.subList(next, steps.size())) {
                Year.step(store, step);
            }
        }
    }
}
