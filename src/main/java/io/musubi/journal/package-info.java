/**
 * The journal: the public documents, by state. What is public is what stands here, and every view is made from it
 * alone. One SQLite file; JDBC lives here and in the ledger only.
 */
@NullMarked
package io.musubi.journal;

import org.jspecify.annotations.NullMarked;
