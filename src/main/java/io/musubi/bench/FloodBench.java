package io.musubi.bench;

import io.musubi.bench.flood.Flood;
import io.musubi.journal.Journal;
import io.musubi.service.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether a server bears a flood of hostile queries and slow clients. */
public final class FloodBench {
    private final int documents;
    private final Flood.Size size;
    private final String only;

    /**
     * Nothing is done yet.
     *
     * @param documents how many invented ones it serves
     * @param size how much comes over it
     * @param only shapes and crowds whose name begins so, {@code generated} or {@code crowds}; empty for everything
     */
    public FloodBench(int documents, Flood.Size size, String only) {
        this.documents = documents;
        this.size = size;
        this.only = only;
    }

    /**
     * Runs it.
     *
     * @param home the project's folder
     * @param program the class with the command line's {@code main}, which starts a server
     * @param data where the documents are, or are put when there is nothing; empty: a temporary folder, found again
     * @param progress hears of what is being made
     * @param out hears how each part ended
     * @return whether the server bore it
     * @throws IOException when the folder cannot be written, or the server does not start
     */
    public boolean run(Path home, Class<?> program, Optional<Path> data, Progress progress, Consumer<String> out)
            throws IOException {
        Path folder = data.orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir"), "musubi-flood-" + documents));
        try (Journal journal = Journal.open(folder.resolve("public"))) {
            if (journal.state().number() == 0) {
                new InventedDocuments(size.seed()).publish(journal, documents, progress);
            }
        }
        List<String> limits = List.of("--query-time", "" + size.time(), "--queries", "2");
        try (ServerProcess server = new ServerProcess(program, folder, List.of("-Xmx" + size.heap()), limits)) {
            return new Flood(home, server, size, only).run(out);
        }
    }
}
