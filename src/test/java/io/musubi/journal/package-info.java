/** Tests of the journal, and invented documents for whoever needs some. */
@NullMarked
package io.musubi.journal;

import org.jspecify.annotations.NullMarked;
