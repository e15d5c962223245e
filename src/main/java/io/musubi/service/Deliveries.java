package io.musubi.service;

import io.musubi.model.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Takes files and folders for the sources they come from, and lets graph and text index follow. */
public final class Deliveries {
    private final Store store;
    private final Rulebook rules;
    private final Progress progress;

    /**
     * @param store where they go
     * @param rules formats and shapes
     * @param progress hears how far it is
     */
    public Deliveries(Store store, Rulebook rules, Progress progress) {
        this.store = store;
        this.rules = rules;
        this.progress = progress;
    }

    /**
     * Takes a file, or all files of a folder, as one delivery.
     *
     * @param path the file or folder; a folder's {@code source.yaml} registers its source or changes its settings
     * @param sourceId whose it is; empty: the folder's, else {@link SourceSettings#LOCAL}
     * @param format the only format to look for
     * @throws IOException when the path cannot be read
     */
    public IngestReport take(Path path, Optional<String> sourceId, Optional<String> format) throws IOException {
        if (!Files.exists(path)) {
            throw new IOException("There is no file or folder " + path + "; check the path");
        }
        format.ifPresent(rules::crosswalk);
        SourceSettings source = settings(path, sourceId);
        store.register(source, rules);
        SourceSettings limited = format.map(it -> withFormat(source, it)).orElse(source);
        return new Ingest(store, rules).take(limited, FolderFiles.of(path), progress);
    }

    private SourceSettings settings(Path path, Optional<String> sourceId) {
        Path file = path.resolve(SourceFile.NAME);
        if (Files.isDirectory(path) && Files.exists(file)) {
            SourceSettings read = SourceFile.read(file);
            if (sourceId.isPresent() && !sourceId.get().equals(read.id())) {
                throw new IllegalArgumentException(file + " says the source is '" + read.id() + "', the command says '"
                        + sourceId.get() + "'; leave one of them out");
            }
            return read;
        }
        String id = sourceId.orElse(SourceSettings.LOCAL);
        if (!SourceFile.isId(id)) {
            throw new IllegalArgumentException(
                    "'" + id + "' cannot name a source; expected lower-case letters, digits and hyphens");
        }
        return store.ledger().records().source(id).orElseGet(() -> SourceSettings.plain(id));
    }

    private static SourceSettings withFormat(SourceSettings it, String format) {
        return new SourceSettings(
                it.id(),
                it.title(),
                it.publisher(),
                it.publisherRor(),
                it.licence(),
                Optional.of(format),
                it.defaultAccess(),
                it.rank(),
                it.isComplete(),
                it.isAuthority());
    }

    /** Brings graph and text index up to the journal, unless a server has them open: that follows by itself. */
    public void follow() {
        views().follow();
    }

    /** Brings graph and text index up to the journal, and what it has forgotten out of their files. */
    public void forget() {
        views().forget();
    }

    /** Makes graph and text index anew from the journal; a server that has them open is asked to do so. */
    public void rebuild() {
        views().rebuild();
    }

    private Views views() {
        return new Views(store.publicFolder(), store.journal(), rules.home(), progress);
    }
}
