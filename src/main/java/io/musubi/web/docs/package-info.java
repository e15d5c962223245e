/**
 * The project's guides, {@code docs/**}{@code /*.md} in the project home, as pages below {@code /docs}. A guide that
 * exists as {@code x.ja.md} and {@code x.en.md} is shown in the reader's language at {@code /docs/x}; a file without a
 * language is in English. A new file needs nothing else.
 */
@NullMarked
package io.musubi.web.docs;

import org.jspecify.annotations.NullMarked;
