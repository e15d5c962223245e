@NullMarked
package io.musubi.web.findings;

import org.jspecify.annotations.NullMarked;
