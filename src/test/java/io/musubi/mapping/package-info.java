@NullMarked
package io.musubi.mapping;

import org.jspecify.annotations.NullMarked;
