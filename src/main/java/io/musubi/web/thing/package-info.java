/**
 * The things of the graph as templates read them: a {@link io.musubi.web.thing.Thing} has a name in the reader's
 * language, a way that leads to it, and trails to other things. What is read is bounded whatever the size of the graph.
 */
@NullMarked
package io.musubi.web.thing;

import org.jspecify.annotations.NullMarked;
