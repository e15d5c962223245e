package io.musubi.service;

import java.nio.file.Path;

/**
 * A data folder.
 *
 * @param data holds the private and the public one
 */
record Folders(Path data) {
    static final String LEDGER = "ledger";
    static final String PUBLIC = "public";

    /** The private one: records as they came. */
    Path ledger() {
        return data.resolve(LEDGER);
    }

    /** The one that servers may open: the journal and what is made from it. */
    Path open() {
        return data.resolve(PUBLIC);
    }
}
