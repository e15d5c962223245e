/** What is one thing, and what its public document says. Pure: knows neither files nor stores. */
@NullMarked
package io.musubi.identity;

import org.jspecify.annotations.NullMarked;
