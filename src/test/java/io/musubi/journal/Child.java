package io.musubi.journal;

import io.musubi.model.DocumentChange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Another process, for tests: it opens a journal and appends commit after commit until it is ended. */
public final class Child implements AutoCloseable {
    private final Process process;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts it; returns when it has the journal. */
    public static Child writing(Path folder) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Xmx256m",
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (!"open".equals(line)) {
            throw new IllegalStateException("The other process said " + line);
        }
        return new Child(process);
    }

    /** Its process number. */
    public long pid() {
        return process.pid();
    }

    /** Kills it without warning. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** In each commit ten documents get the commit's number as title; two more are withdrawn and forgotten. */
    public static void main(String[] args) {
        try (Journal journal = Journal.open(Path.of(args[0]))) {
            System.out.println("open");
            for (long commit = journal.lastCommit() + 1; ; commit++) {
                List<DocumentChange> changes = new ArrayList<>();
                for (int i = 0; i < 10; i++) {
                    changes.add(Documents.publish(Documents.titled("dataset", i, "第" + commit + "版")));
                }
                changes.add(Documents.publish(Documents.titled("person", (int) commit, "a")));
                changes.add(Documents.withdraw(Documents.iri("person", (int) commit - 1), true));
                journal.append(commit, Instant.EPOCH.plusSeconds(commit), changes);
            }
        }
    }
}
