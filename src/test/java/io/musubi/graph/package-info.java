/** Tests of the graph, on real stores. */
@NullMarked
package io.musubi.graph;

import org.jspecify.annotations.NullMarked;
