/** Tests of tables. */
@NullMarked
package io.musubi.table;

import org.jspecify.annotations.NullMarked;
