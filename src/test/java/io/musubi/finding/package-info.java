@NullMarked
package io.musubi.finding;

import org.jspecify.annotations.NullMarked;
