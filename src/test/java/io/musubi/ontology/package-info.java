/** Tests of the vocabulary files in {@code ontology/}. */
@NullMarked
package io.musubi.ontology;

import org.jspecify.annotations.NullMarked;
