/** The crosswalk language: {@code mappings/<format>/mapping.yaml} compiled into a plan that maps record trees. */
@NullMarked
package io.musubi.mapping;

import org.jspecify.annotations.NullMarked;
