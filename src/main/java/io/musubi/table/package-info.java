/** Tables for people who open them in a spreadsheet. Depends on nothing of ours. */
@NullMarked
package io.musubi.table;

import org.jspecify.annotations.NullMarked;
