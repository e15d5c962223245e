package io.musubi.web.sparql;

import java.util.List;
import org.apache.jena.query.Query;

/**
 * A query that was read and found to be one.
 *
 * @param text as it came
 * @param parsed what it says
 * @param defaultGraphs of the protocol; they go before the query's own
 * @param namedGraphs of the protocol
 */
record SparqlQuery(String text, Query parsed, List<String> defaultGraphs, List<String> namedGraphs) {}
