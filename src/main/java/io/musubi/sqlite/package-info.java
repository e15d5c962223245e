/** What ledger and journal do alike with their SQLite files: copy them while they are used, and look for damage. */
@NullMarked
package io.musubi.sqlite;

import org.jspecify.annotations.NullMarked;
