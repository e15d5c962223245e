package io.musubi.bench.invented;

/**
 * @param number its place in the country, 0 the one that is named most
 * @param ror its ROR ID, without address
 * @param ja name
 * @param en name
 * @param place where it is
 */
record Institution(long number, String ror, String ja, String en, Word place) {}
