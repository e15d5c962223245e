@NullMarked
package io.musubi.web.docs;

import org.jspecify.annotations.NullMarked;
