@NullMarked
package io.musubi.publish;

import org.jspecify.annotations.NullMarked;
