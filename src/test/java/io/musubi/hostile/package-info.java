/** What is false, broken or meant to do harm: files, values and requests. */
@NullMarked
package io.musubi.hostile;

import org.jspecify.annotations.NullMarked;
