package io.musubi.bench;

import io.musubi.bench.flood.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server in a process of its own, started as a user starts it. */
final class ServerProcess implements Target, AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");
    private static final String COLLECTOR = "-XX:\\+Use\\w+GC";
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final Path collections;
    private final int port;

    /**
     * Starts {@code serve} and waits until it says where it is. It has the JVM options of this process but for the
     * collector, which is another for what ends by itself.
     *
     * @param program the class with the command line's {@code main}
     * @param options of the JVM, which outweigh those of this process
     * @param limits more arguments of {@code serve}
     * @throws IOException when it ends instead; the message is what it said
     */
    ServerProcess(Class<?> program, Path data, List<String> options, List<String> limits) throws IOException {
        collections = Files.createTempFile("musubi-bench", ".gc");
        collections.toFile().deleteOnExit();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.removeIf(it -> it.matches(COLLECTOR));
        command.addAll(options);
        command.add("-Xlog:gc:file=" + collections);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
        command.addAll(limits);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader said = process.inputReader();
        port = port(said);
        // What is not read would stop it one day.
        Thread.ofPlatform().daemon().start(() -> said.lines().forEach(line -> {}));
    }

    private static int port(BufferedReader said) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                return Integer.parseInt(address.group(1));
            }
            lines.add(line);
        }
        throw new IOException("The server did not start: " + String.join("\n", lines));
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public long mostHeap() throws IOException {
        try (Stream<String> lines = Files.lines(collections)) {
            return lines.map(COLLECTION::matcher)
                    .filter(Matcher::find)
                    .mapToLong(it -> Long.parseLong(it.group(2)))
                    .max()
                    .orElse(0);
        }
    }

    /** Ends it as Ctrl-C does, and waits until it has gone. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
