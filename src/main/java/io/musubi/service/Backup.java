package io.musubi.service;

import io.musubi.graph.StateCheck;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * Copies ledger and journal, or the journal alone, while others write and serve. Graph and text index are not in it: they
 * are made from the journal.
 */
public final class Backup {
    private static final String PART = ".part";

    private final Folders folders;
    private final Progress progress;

    /**
     * @param data the data folder
     * @param progress hears of pages and bytes
     */
    public Backup(Path data, Progress progress) {
        this.folders = new Folders(data);
        this.progress = progress;
    }

    /**
     * What was written.
     *
     * @param isFull whether the ledger is in it
     * @param state the journal's
     * @param bytes how large it is
     */
    public record Made(boolean isFull, State state, long bytes) {}

    /**
     * Writes a backup of both, or of the journal alone.
     *
     * @param target a folder or, when its name ends in {@code .zip}, a file; not there yet, and outside the data folder
     * @throws IllegalArgumentException when the target is there, or in the data folder
     * @throws StoreException when journal or ledger are damaged: an older backup is better than a copy of that
     */
    public Made write(Path target, boolean isFull) throws IOException {
        if (!Journal.isIn(folders.open())) {
            throw new IOException("There is no journal in " + folders.open() + "; check --data");
        }
        requireFree(target);
        Path part = target.resolveSibling(target.getFileName() + PART);
        FileUtils.deleteDirectory(part.toFile());
        try {
            return write(target, part, isFull);
        } finally {
            FileUtils.deleteDirectory(part.toFile());
        }
    }

    private Made write(Path target, Path part, boolean isFull) throws IOException {
        Files.createDirectories(part.resolve(Folders.PUBLIC));
        List<String> names = new ArrayList<>(List.of(BackupFile.DESCRIPTION, BackupFile.JOURNAL));
        State state;
        try (Journal journal = Journal.openReadOnly(folders.open())) {
            if (isFull) {
                Files.createDirectories(part.resolve(Folders.LEDGER));
                names.add(BackupFile.LEDGER);
                state = both(journal, part);
            } else {
                try (Snapshot snapshot = journal.snapshot()) {
                    state = copy(snapshot, part);
                }
            }
        }
        verify(part, state);
        Files.writeString(
                part.resolve(BackupFile.DESCRIPTION),
                "kind=" + (isFull ? "full" : "public") + "\nstate=" + state.id() + "\ntime=" + state.time() + "\n");
        Counted counted = new Counted(progress, "sealing", part);
        BackupFile.seal(part, names, counted);
        BackupFile.finish(part, target, state.time(), counted);
        return new Made(isFull, state, Counted.bytes(target));
    }

    private void requireFree(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new IllegalArgumentException(target + " is there already; give another name, or remove it first");
        }
        Path parent = target.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IllegalArgumentException("There is no folder " + parent + " to write the backup into");
        }
        if (parent.toRealPath().startsWith(folders.data().toRealPath())) {
            throw new IllegalArgumentException(
                    target + " lies in the data folder; keep backups elsewhere, best on another disk");
        }
    }

    private State both(Journal journal, Path part) {
        try (Moment moment = Moment.of(folders, journal)) {
            moment.ledger().copyTo(part.resolve(BackupFile.LEDGER), (done, all) -> progress.at("ledger", done, all));
            return copy(moment.journal(), part);
        }
    }

    private State copy(Snapshot snapshot, Path part) {
        snapshot.copyTo(part.resolve(BackupFile.JOURNAL), (done, all) -> progress.at("journal", done, all));
        return snapshot.state();
    }

    /** That its pages hang together was seen while copying; here, that it says what its hash says. */
    private void verify(Path part, State state) {
        progress.at("verifying", 0, 1);
        try (Journal copy = Journal.openReadOnly(part.resolve(Folders.PUBLIC));
                Snapshot snapshot = copy.snapshot()) {
            if (!StateCheck.of(snapshot).sound()) {
                throw Losses.ofJournal(folders, state);
            }
        }
    }
}
