package io.musubi.graph;

import org.apache.jena.system.progress.MonitorOutput;

/**
 * How far TDB2's bulk loader has come: first it takes documents, then it sorts their statements into its other indexes,
 * which takes minutes for a hundred million of them. It tells of each million that it has sorted.
 */
final class Loading implements MonitorOutput {
    /** What the loader calls its sorting. */
    private static final String SORTING = "Index";

    /** Sorting takes about one part in so many of the whole. */
    private static final int PARTS = 4;

    private final Progress progress;
    private final long documents;
    private long taken;
    private long statements;
    private long told;

    /** @param documents that there are to take */
    Loading(Progress progress, long documents) {
        this.progress = progress;
        this.documents = documents;
    }

    /** So many more documents are taken, with so many statements. */
    void take(long more, long theirStatements) {
        taken += more;
        statements += theirStatements;
        tell(taken - taken / PARTS);
    }

    /** Hears of {@code ticks, label} among other things. */
    @Override
    public void print(String message, Object... values) {
        if (values.length > 1 && values[0] instanceof Long sorted && SORTING.equals(values[1]) && statements > 0) {
            long share = documents / PARTS;
            tell(documents - share + share * Math.min(sorted, statements) / statements);
        }
    }

    /** All is done. */
    void end() {
        tell(documents);
    }

    /** Few statements are sorted after the many, from the beginning: that is no step back. */
    private void tell(long done) {
        if (done > told) {
            told = done;
            progress.at(done, documents);
        }
    }
}
