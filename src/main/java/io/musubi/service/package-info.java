/** Use cases: the only place where the steps meet. */
@NullMarked
package io.musubi.service;

import org.jspecify.annotations.NullMarked;
