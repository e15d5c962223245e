/** The query page: an editor before {@code /sparql}, with examples and completion. */
@NullMarked
package io.musubi.web.query;

import org.jspecify.annotations.NullMarked;
