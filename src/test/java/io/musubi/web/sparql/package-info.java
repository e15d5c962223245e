@NullMarked
package io.musubi.web.sparql;

import org.jspecify.annotations.NullMarked;
