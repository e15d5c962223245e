package io.musubi.web.thing;

import java.util.List;

/**
 * What something says by one property.
 *
 * @param property which
 * @param values in order
 */
public record Fact(Thing property, List<Thing> values) {}
