/**
 * Words: the journal's documents as a full-text index in Japanese and English, for {@code /search} and for {@code
 * text:query} in SPARQL. It can be thrown away and made again at any time. Lucene lives here only.
 */
@NullMarked
package io.musubi.text;

import org.jspecify.annotations.NullMarked;
