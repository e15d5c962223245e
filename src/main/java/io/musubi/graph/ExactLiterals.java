package io.musubi.graph;

import org.apache.jena.sys.JenaSubsystemLifecycle;

/**
 * Tells TDB2, before it starts, to keep literals as they were written. By default it packs numbers, dates and booleans
 * into node ids by value, so that {@code "01"^^xsd:integer} comes back as {@code "1"} and two triples become one; then
 * graph and journal could not have the same hash. Found by Jena through {@code META-INF/services}.
 */
public final class ExactLiterals implements JenaSubsystemLifecycle {
    private static final String SETTING = "tdb:store.enableInlineLiterals";

    @Override
    public void start() {
        System.setProperty(SETTING, "false");
    }

    @Override
    public void stop() {}

    /** Before TDB2, which starts at 42. */
    @Override
    public int level() {
        return 1;
    }
}
