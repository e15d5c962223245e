/** The start page, and the dataset as a whole described for machines. */
@NullMarked
package io.musubi.web.home;

import org.jspecify.annotations.NullMarked;
