@NullMarked
package io.musubi;

import org.jspecify.annotations.NullMarked;
