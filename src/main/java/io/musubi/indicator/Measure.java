package io.musubi.indicator;

import io.musubi.model.Text;

/**
 * A number of an indicator.
 *
 * @param name the query's variable, without question mark
 * @param label for people
 * @param unit what is counted
 * @param isPersons whether people are counted: then small numbers are not shown
 */
public record Measure(String name, Text label, Text unit, boolean isPersons) {}
