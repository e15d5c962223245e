@NullMarked
package io.musubi.cli;

import org.jspecify.annotations.NullMarked;
