package io.musubi.indicator;

import io.musubi.model.Text;
import java.util.Optional;

/**
 * A share made of measures.
 *
 * @param name of the share
 * @param label for people
 * @param numerator the measure above the line
 * @param denominator the measure below it
 * @param unknown the measure of those without the needed field, which are part of the denominator
 */
public record Share(String name, Text label, String numerator, String denominator, Optional<String> unknown) {}
