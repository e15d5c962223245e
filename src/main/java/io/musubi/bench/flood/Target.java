package io.musubi.bench.flood;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a process of its own, with a bounded heap, that tells what became of its memory. */
final class Target implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");
    private static final long PATIENCE_SECONDS = 1800;

    private final Process process;
    private final Path collections;
    private final int port;

    private Target(Process process, Path collections, int port) {
        this.process = process;
        this.collections = collections;
        this.port = port;
    }

    /**
     * Starts {@code serve} over {@code data}.
     *
     * @param heap as in -Xmx
     * @param more arguments of {@code serve}
     */
    static Target start(Path data, String heap, List<String> more) throws IOException {
        Path said = Files.createTempFile("flood", ".txt");
        Path collections = Files.createTempFile("flood", ".gc");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-Xss4m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xlog:gc:file=" + collections,
                "-Dmusubi.home=" + System.getProperty("musubi.home", "."),
                "-cp",
                System.getProperty("java.class.path"),
                "io.musubi.cli.Main",
                "serve",
                "--port",
                "0",
                "--data",
                data.toString()));
        command.addAll(more);
        said.toFile().deleteOnExit();
        collections.toFile().deleteOnExit();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new Target(process, collections, port(process, said));
    }

    private static int port(Process process, Path said) throws IOException {
        for (long i = 0; i < PATIENCE_SECONDS * 10; i++) {
            Matcher address = ADDRESS.matcher(Files.readString(said));
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
            if (!process.isAlive()) {
                break;
            }
            pause();
        }
        process.destroyForcibly();
        throw new IOException("The server did not start: " + Files.readString(said));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int port() {
        return port;
    }

    /** Whether it is still there: out of memory it would have ended. */
    boolean isAlive() {
        return process.isAlive();
    }

    /** Megabytes of heap in use after the collection that left most. */
    long mostHeap() throws IOException {
        try (Stream<String> lines = Files.lines(collections)) {
            return lines.map(COLLECTION::matcher)
                    .filter(Matcher::find)
                    .mapToLong(it -> Long.parseLong(it.group(2)))
                    .max()
                    .orElse(0);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
