/** The small records that the steps hand to each other. Depends on nothing but the JDK. */
@NullMarked
package io.musubi.model;

import org.jspecify.annotations.NullMarked;
