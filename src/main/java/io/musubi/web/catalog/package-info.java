/** The catalogues for harvesters: DCAT-AP in pages, what changed, and what is missing. */
@NullMarked
package io.musubi.web.catalog;

import org.jspecify.annotations.NullMarked;
