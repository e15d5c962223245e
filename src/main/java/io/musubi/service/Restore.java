package io.musubi.service;

import io.musubi.graph.StateCheck;
import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import io.musubi.model.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/**
 * Puts a backup into a data folder. It is unpacked beside what is there and verified first; only then anything is
 * replaced.
 */
public final class Restore {
    private static final String BESIDE = "restoring";

    private final Folders folders;
    private final Rulebook rules;
    private final Progress progress;

    /**
     * @param data the data folder, made when it is missing
     * @param rules what the project home says
     * @param progress hears how far it is
     */
    public Restore(Path data, Rulebook rules, Progress progress) {
        this.folders = new Folders(data);
        this.rules = rules;
        this.progress = progress;
    }

    /**
     * Restores a backup, takes what the ledger still kept for the journal, and makes graph and text index.
     *
     * @param replaces whether what is in the data folder may go
     * @return the state then
     * @throws IllegalArgumentException when the folder is not empty and may not be replaced
     * @throws StoreException when the backup is not what was written
     */
    public State read(Path backup, boolean replaces, Clock clock) throws IOException {
        if (!Files.exists(backup)) {
            throw new IOException("There is no backup " + backup + "; check the path");
        }
        requireEmpty(replaces);
        Path beside = folders.data().resolve(BESIDE);
        FileUtils.deleteDirectory(beside.toFile());
        Files.createDirectories(beside);
        try {
            Map<String, String> described =
                    BackupFile.unpack(backup, beside, new Counted(progress, "verifying", backup));
            Folders fresh = new Folders(beside);
            verify(backup, fresh, described.getOrDefault("state", ""));
            boolean isFull = Files.exists(fresh.ledger());
            if (!isFull && Files.exists(folders.ledger())) {
                throw new IllegalArgumentException(folders.data()
                        + " has a ledger, which a backup of the public part cannot replace; restore it into a folder of"
                        + " its own");
            }
            replace(fresh);
            return isFull ? catchUp(clock) : show();
        } finally {
            FileUtils.deleteDirectory(beside.toFile());
        }
    }

    private void requireEmpty(boolean replaces) throws IOException {
        if (replaces || !Files.exists(folders.data())) {
            return;
        }
        try (Stream<Path> found = Files.list(folders.data())) {
            if (found.anyMatch(it -> !it.endsWith(BESIDE))) {
                throw new IllegalArgumentException(folders.data()
                        + " is not empty; give another folder by --data, or --replace to give up what is in it");
            }
        }
    }

    private void verify(Path backup, Folders fresh, String wanted) {
        try (Journal journal = Journal.openReadOnly(fresh.open());
                Snapshot snapshot = journal.snapshot()) {
            if (!snapshot.state().id().equals(wanted)
                    || !StateCheck.of(snapshot).sound()) {
                throw BackupFile.damaged(backup, snapshot.state().id() + " ≠ " + wanted);
            }
        }
    }

    /** Nobody may have the old folders open: they would go on in files that are gone. */
    private void replace(Folders fresh) throws IOException {
        try (Closing held = new Closing()) {
            Locks.take(folders.ledger(), held);
            Locks.take(folders.open(), held);
            for (String each : List.of(Folders.LEDGER, Folders.PUBLIC)) {
                FileUtils.deleteDirectory(folders.data().resolve(each).toFile());
                if (Files.exists(fresh.data().resolve(each))) {
                    Files.move(fresh.data().resolve(each), folders.data().resolve(each));
                }
            }
        }
    }

    private State catchUp(Clock clock) {
        try (Store store = Store.open(folders.data(), rules, Optional.empty(), clock)) {
            new Deliveries(store, rules, progress).follow();
            return store.journal().state();
        }
    }

    private State show() {
        try (Journal journal = Journal.open(folders.open())) {
            new Views(folders.open(), journal, rules.home(), progress).follow();
            return journal.state();
        }
    }
}
