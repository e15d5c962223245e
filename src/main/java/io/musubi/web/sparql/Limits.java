package io.musubi.web.sparql;

import java.time.Duration;

/**
 * What one query, and all queries together, may use.
 *
 * @param time how long a query may run; also the limit for handing over a long answer
 * @param grace how much longer the caller may have to wait for the refusal when evaluation does not stop by itself
 * @param queryLength of the query's text, in characters
 * @param depth how deep brackets may be nested
 * @param stringLength of each string that a query makes, in UTF-16 units
 * @param rows of an answer of SELECT
 * @param triples of an answer of CONSTRUCT or DESCRIBE
 * @param held bytes of an answer that are held back until it is known whether it is complete
 * @param atOnce queries that run at the same time
 * @param waiting queries that may wait for their turn
 * @param turn how long they wait
 * @param memory the share of the heap, after garbage collection, at which queries are stopped; between 0 and 1
 */
public record Limits(
        Duration time,
        Duration grace,
        int queryLength,
        int depth,
        int stringLength,
        long rows,
        int triples,
        int held,
        int atOnce,
        int waiting,
        Duration turn,
        double memory) {

    /** The limits of a server that nobody has tuned. */
    public static Limits standard() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new Limits(
                Duration.ofSeconds(30),
                Duration.ofSeconds(2),
                100_000,
                200,
                1_000_000,
                1_000_000,
                250_000,
                8 << 20,
                Math.max(2, processors),
                32,
                Duration.ofSeconds(10),
                0.8);
    }

    /** How long a request may take from its first to the last byte of its answer: its turn, its time, and as much to read. */
    public Duration visit() {
        return turn.plus(time.multipliedBy(2)).plus(grace);
    }

    /** The same with another time limit. */
    public Limits withTime(Duration other) {
        return new Limits(
                other, grace, queryLength, depth, stringLength, rows, triples, held, atOnce, waiting, turn, memory);
    }

    /** The same with another length of the text. */
    public Limits withLength(int other) {
        return new Limits(time, grace, other, depth, stringLength, rows, triples, held, atOnce, waiting, turn, memory);
    }

    /** The same with other caps on rows, triples and held bytes. */
    public Limits withAnswers(long otherRows, int otherTriples, int otherHeld) {
        return new Limits(
                time,
                grace,
                queryLength,
                depth,
                stringLength,
                otherRows,
                otherTriples,
                otherHeld,
                atOnce,
                waiting,
                turn,
                memory);
    }

    /** The same with other numbers of queries at once and waiting, and another longest wait. */
    public Limits withQueue(int otherAtOnce, int otherWaiting, Duration otherTurn) {
        return new Limits(
                time,
                grace,
                queryLength,
                depth,
                stringLength,
                rows,
                triples,
                held,
                otherAtOnce,
                otherWaiting,
                otherTurn,
                memory);
    }

    /** The same with another share of memory. */
    public Limits withMemory(double other) {
        return new Limits(
                time, grace, queryLength, depth, stringLength, rows, triples, held, atOnce, waiting, turn, other);
    }
}
