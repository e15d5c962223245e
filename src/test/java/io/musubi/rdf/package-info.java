/** Tests of IRIs, syntaxes and the canonical text. */
@NullMarked
package io.musubi.rdf;

import org.jspecify.annotations.NullMarked;
