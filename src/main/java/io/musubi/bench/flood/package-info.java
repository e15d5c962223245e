/** A server flooded on purpose: what it is asked, by whom, and how it bears it. */
@NullMarked
package io.musubi.bench.flood;

import org.jspecify.annotations.NullMarked;
