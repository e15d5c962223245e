@NullMarked
package io.musubi.web.query;

import org.jspecify.annotations.NullMarked;
