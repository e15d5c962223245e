/** Judges mapped records by the shapes of {@code shapes/}: SHACL in batches, verdicts by record. Home of RDF4J. */
@NullMarked
package io.musubi.check;

import org.jspecify.annotations.NullMarked;
