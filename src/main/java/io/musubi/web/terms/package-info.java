/** Ontology and code lists as pages and as data. */
@NullMarked
package io.musubi.web.terms;

import org.jspecify.annotations.NullMarked;
