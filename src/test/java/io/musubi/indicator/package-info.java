@NullMarked
package io.musubi.indicator;

import org.jspecify.annotations.NullMarked;
