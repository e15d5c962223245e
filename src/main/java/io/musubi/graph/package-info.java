/**
 * The graph: the journal's documents as triples in TDB2, for SPARQL. It can be thrown away and made again at any time.
 * TDB2 and Fuseki live here only.
 */
@NullMarked
package io.musubi.graph;

import org.jspecify.annotations.NullMarked;
