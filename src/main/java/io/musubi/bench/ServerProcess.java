package io.musubi.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, started as a user starts it, with the JVM options of this process. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");
    private static final int PATIENCE_SECONDS = 30;

    private final Process process;
    private final int port;

    /**
     * Starts {@code serve} and waits until it says where it is.
     *
     * @param program the class with the command line's {@code main}
     * @throws IOException when it ends instead; the message is what it said
     */
    ServerProcess(Class<?> program, Path data) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of("serve", "--port", "0", "--data", data.toString()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader said = process.inputReader();
        port = port(said);
        // What is not read would stop it one day.
        Thread.ofPlatform().daemon().start(() -> said.lines().forEach(line -> {}));
    }

    private int port(BufferedReader said) throws IOException {
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

    int port() {
        return port;
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
