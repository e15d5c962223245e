package io.musubi.text;

/** Is told how far a long work has come. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = (done, total) -> {};

    /**
     * So much is done.
     *
     * @param done documents read and entries written
     * @param total of both
     */
    void at(long done, long total);
}
