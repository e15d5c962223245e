/** The door {@code /search}: the text index for people and, as JSON, for programs. */
@NullMarked
package io.musubi.web.search;

import org.jspecify.annotations.NullMarked;
