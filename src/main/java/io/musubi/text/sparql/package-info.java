/** The text index in SPARQL. */
@NullMarked
package io.musubi.text.sparql;

import org.jspecify.annotations.NullMarked;
