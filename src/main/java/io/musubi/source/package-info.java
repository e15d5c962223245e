/** Readers: a file of any size becomes record trees, one unit in memory at a time. */
@NullMarked
package io.musubi.source;

import org.jspecify.annotations.NullMarked;
