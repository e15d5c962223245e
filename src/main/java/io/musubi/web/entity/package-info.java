/** The things of the graph, the records and the sources, each under its own IRI; their lists; the ways to them. */
@NullMarked
package io.musubi.web.entity;

import org.jspecify.annotations.NullMarked;
