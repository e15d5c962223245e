package io.musubi.mapping;

/**
 * How a thing gets an identifier.
 *
 * @param value its values
 * @param scheme what kind of identifier they are
 * @param isOwn false for one that hangs on and ties nothing
 * @param isPrivate whether it never leaves the ledger
 */
record IdentifierRule(ValueRule value, SchemeRule scheme, boolean isOwn, boolean isPrivate) {}
