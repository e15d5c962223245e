/** IRIs, syntaxes and the canonical text of triples. */
@NullMarked
package io.musubi.rdf;

import org.jspecify.annotations.NullMarked;
