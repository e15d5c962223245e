/** The ledger: the private truth about records, their versions, findings and identifiers. Plain SQL on SQLite. */
@NullMarked
package io.musubi.ledger;

import org.jspecify.annotations.NullMarked;
