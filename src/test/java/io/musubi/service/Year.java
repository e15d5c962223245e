package io.musubi.service;

import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens to a store in a year, as a list of steps: the samples are delivered, then again and again with other titles;
 * in between ties are undone, a record is purged, graph and text index are built anew. Each step may be run twice. Also a
 * process of its own, which says so when a step is done, and may be killed at any moment.
 */
final class Year {
    private static final String READY = "ready";
    private static final String DONE = "done ";
    private static final List<String> SOURCES =
            List.of("ror-excerpt", "kirishima-report", "adio-rdm", "kirishima-repository", "national-harvest");

    private Year() {}

    /** Writes the deliveries into {@code folder}; gives the steps, without those that need to know what is in the store. */
    static List<String> plan(Path folder, int nights) throws IOException {
        List<String> steps = new ArrayList<>();
        for (int night = 0; night < nights; night++) {
            for (String name : SOURCES) {
                Path source = House.HOME.resolve("samples").resolve(name);
                Path delivery = folder.resolve("night-" + night).resolve(name);
                Files.createDirectories(delivery);
                try (Stream<Path> files = Files.list(source)) {
                    for (Path file : files.toList()) {
                        deliver(file, delivery.resolve(file.getFileName()), night);
                    }
                }
                steps.add("deliver " + delivery);
            }
        }
        return steps;
    }

    private static void deliver(Path file, Path to, int night) throws IOException {
        if (night == 0 || !file.toString().endsWith(".xml")) {
            Files.copy(file, to);
        } else {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            Files.writeString(
                    to, text.replaceAll("(<dc:title[^>]*>)", "$1(" + night + ") "), StandardCharsets.ISO_8859_1);
        }
    }

    /** Steps that decide and forget, for what is in the store now: one after the other, none of them needs another. */
    static List<String> decisions(Store store) {
        List<String> steps = new ArrayList<>();
        try (Snapshot snapshot = store.journal().snapshot()) {
            for (Lookup.Found found : snapshot.documents("person", "", 1_000)) {
                List<String> own = found.document().identifiers();
                if (own.size() > 1) {
                    steps.add("cannot-link person/" + own.get(0).replaceFirst(":", "/") + " person/"
                            + own.get(1).replaceFirst(":", "/"));
                }
            }
            snapshot.documents("record", House.BASE + "record/kirishima-repository/", 3)
                    .forEach(found -> steps.add("purge kirishima-repository "
                            + found.document().iri().replaceAll(".*/", "")));
            steps.add("rebuild");
        }
        return steps;
    }

    /** Does one step; what comes back from here is there to stay. */
    static void step(Store store, String step) throws IOException {
        Deliveries deliveries = new Deliveries(store, House.rules(), Progress.SILENT);
        String[] words = step.split(" ");
        switch (words[0]) {
            case "deliver" -> deliveries.take(Path.of(words[1]), Optional.empty(), Optional.empty());
            case "cannot-link" -> store.cannotLink(words[1], words[2], "in the test");
            case "purge" -> store.purge(words[1], words[2]);
            case "rebuild" -> deliveries.rebuild();
            default -> throw new IllegalArgumentException(step);
        }
        deliveries.follow();
    }

    /** Data folder, file of steps, first step. */
    public static void main(String[] args) throws IOException {
        List<String> steps = Files.readAllLines(Path.of(args[1]));
        try (Store store = House.store(Path.of(args[0]))) {
            System.out.println(READY);
            for (int i = Integer.parseInt(args[2]); i < steps.size(); i++) {
                step(store, steps.get(i));
                System.out.println(DONE + i + " " + store.journal().state().number());
            }
        }
    }

    /** A Java that starts quickly, with our classes. */
    static List<String> java() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-Xss4m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dmusubi.home=" + House.HOME,
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(it -> Path.of(it).toAbsolutePath().toString())
                        .collect(Collectors.joining(File.pathSeparator)));
    }

    /** The process that does the steps of a file, from one of them on. */
    static final class Child implements AutoCloseable {
        private final Process process;
        private final Path said;

        private Child(Process process, Path said) {
            this.process = process;
            this.said = said;
        }

        /** Starts it; returns when it has the store open. */
        static Child start(Path data, Path steps, int first) throws IOException {
            List<String> command = new ArrayList<>(java());
            command.addAll(List.of(Year.class.getName(), data.toString(), steps.toString(), String.valueOf(first)));
            Path said = Files.createTempFile("said", ".txt");
            Child child = new Child(
                    new ProcessBuilder(command)
                            .redirectOutput(said.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start(),
                    said);
            waitFor(child.process, said, READY);
            return child;
        }

        /** Waits until {@code process} has said {@code words}. */
        static void waitFor(Process process, Path said, String words) throws IOException {
            while (!Files.readString(said).contains(words)) {
                if (!process.isAlive()) {
                    throw new IOException("The other process ended: " + Files.readString(said));
                }
                LockSupport.parkNanos(5_000_000);
            }
        }

        Process process() {
            return process;
        }

        /** Waits until it ends, however it ends; gives the numbers of the states after the steps that it said were done. */
        List<Long> done() throws IOException {
            process.onExit().join();
            // A line cut by the kill was not said.
            return Pattern.compile(DONE + "\\d+ (\\d+)\n")
                    .matcher(Files.readString(said))
                    .results()
                    .map(it -> Long.valueOf(it.group(1)))
                    .toList();
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly();
            Files.delete(said);
        }
    }
}
