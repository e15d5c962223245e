package io.musubi.graph;

/** Is told how far a long work has come. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done documents done
     * @param total documents to do, as known now
     */
    void at(long done, long total);
}
