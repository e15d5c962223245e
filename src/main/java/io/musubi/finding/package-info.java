/**
 * Findings for those who mend them: grouped by cause, most gained first, and written as table. Neutral of where a finding
 * was read, so that command line and web show the same in the same order.
 */
@NullMarked
package io.musubi.finding;

import org.jspecify.annotations.NullMarked;
