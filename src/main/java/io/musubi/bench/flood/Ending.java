package io.musubi.bench.flood;

/**
 * How a query ended.
 *
 * @param kind of the query
 * @param how the status and, of a problem, its name; or how the connection broke
 * @param millis from the question to the last byte of the answer
 * @param query its text
 */
record Ending(String kind, String how, long millis, String query) {}
