/**
 * The indicators: each a folder of {@code indicators/} with its definition, its query or reference table and its
 * examples. They are computed from the graph, once for each state.
 */
@NullMarked
package io.musubi.indicator;

import org.jspecify.annotations.NullMarked;
