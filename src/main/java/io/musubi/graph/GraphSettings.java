package io.musubi.graph;

import java.nio.file.Path;

/**
 * How the graph is kept.
 *
 * @param home the project home, with {@code ontology/} and {@code shapes/}
 * @param growth a graph this many times as large as when it was built is built anew
 * @param floor but not before it has grown by this many bytes
 */
public record GraphSettings(Path home, double growth, long floor) {
    private static final double USUAL_GROWTH = 3;
    private static final long USUAL_FLOOR = 512L << 20;

    /** The usual settings. */
    public static GraphSettings usual(Path home) {
        return new GraphSettings(home, USUAL_GROWTH, USUAL_FLOOR);
    }
}
