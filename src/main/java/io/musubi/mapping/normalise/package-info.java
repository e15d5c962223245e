/**
 * The closed set of named normalisers: each turns the many spellings of one kind of value into its normal form, or
 * says what it expected. And the registry of identifier schemes that use them ({@code ontology/identifiers.yaml}).
 */
@NullMarked
package io.musubi.mapping.normalise;

import org.jspecify.annotations.NullMarked;
