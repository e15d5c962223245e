package io.musubi;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code musubi demo}, as a user starts it: a process that has loaded the samples and serves them on a free port. */
public final class Demo implements AutoCloseable {
    /** The project's folder. */
    public static final Path HOME =
            Path.of(System.getProperty("musubi.home", ".")).toAbsolutePath().normalize();

    private static final Pattern SERVING = Pattern.compile("http://localhost:([0-9]+)/");
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Path data;
    private final Process process;
    private final int port;

    private Demo(Path data, Process process, int port) {
        this.data = data;
        this.process = process;
        this.port = port;
    }

    /** Starts, and waits until it serves. */
    public static Demo start(Path data) throws IOException {
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of("demo", "--lang", "en", "--port", "0", "--data", data.toString()));
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        BufferedReader said = process.errorReader(StandardCharsets.UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher serving = SERVING.matcher(line);
            if (serving.find()) {
                Thread.ofVirtual().start(() -> said.lines().forEach(rest -> {})); // a full pipe would stop it
                return new Demo(data, process, Integer.parseInt(serving.group(1)));
            }
        }
        throw new IOException("The demo did not start:\n" + all);
    }

    /** The words that start the program; its arguments follow. */
    public static List<String> program() {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xss4m",
                "--enable-native-access=ALL-UNNAMED",
                "-Dmusubi.home=" + HOME,
                "-cp",
                classPath(),
                "io.musubi.cli.Main");
    }

    /** Ours, from whatever folder. */
    private static String classPath() {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Its data folder. */
    public Path data() {
        return data;
    }

    /** Its port. */
    public int port() {
        return port;
    }

    /** Where a path, with or without a slash at its start, is. */
    public String at(String path) {
        return "http://localhost:" + port + "/" + path.replaceFirst("^/", "");
    }

    /** Asks for a path. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(at(path)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Writes a launcher that runs this program, as {@code ./musubi} does, into a folder. */
    public static void launcher(Path folder) throws IOException {
        List<String> words = program();
        Path launcher = folder.resolve("musubi");
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec "
                        + String.join(" ", words.stream().map(Demo::quoted).toList()) + " \"$@\"\n");
        if (!launcher.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + launcher + " executable");
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
