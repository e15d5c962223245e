package io.musubi.indicator;

import io.musubi.model.Text;
import java.util.Optional;

/**
 * Where figures or rules come from that are not in the graph.
 *
 * @param title of the source
 * @param date of the source, or the day the figures are of, as it is stated
 * @param address where it can be read, if that is known
 */
public record Reference(Text title, String date, Optional<String> address) {}
