@NullMarked
package io.musubi.check;

import org.jspecify.annotations.NullMarked;
