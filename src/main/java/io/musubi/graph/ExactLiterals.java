package io.musubi.graph;

import org.apache.jena.sys.JenaSubsystemLifecycle;

/**
 * Tells TDB2, before it starts, to keep literals as they were written. By default it packs numbers, dates and booleans
 * into node ids by value, so that {@code "1"^^xsd:boolean} comes back as {@code "true"} and two triples become one; then
 * graph and journal could not have the same hash. (Integers, decimals and doubles it keeps by value all the same: these
 * have one spelling from the start, see {@link io.musubi.rdf.NTriples}.) Found by Jena through {@code META-INF/services}.
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
