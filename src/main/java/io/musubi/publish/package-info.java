/**
 * What the journal holds, in the words of others: DCAT-AP 3.0.1 by the queries of {@code mappings/dcat-ap}, page by page,
 * and what is missing in it by the shapes of {@code shapes/dcat-ap}.
 */
@NullMarked
package io.musubi.publish;

import org.jspecify.annotations.NullMarked;
