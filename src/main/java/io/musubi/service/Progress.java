package io.musubi.service;

/** Hears how far a long step is; called often, from the thread that does the step. */
@FunctionalInterface
public interface Progress {
    /** Nobody listens. */
    Progress SILENT = (what, done, total) -> {};

    /**
     * @param what the step, in a few words
     * @param done how much of it
     * @param total out of how much; 0 when unknown
     */
    void at(String what, long done, long total);
}
