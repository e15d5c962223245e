/** The doors of the indicators: pages with charts, JSON, CSV and RDF Data Cube, and the list behind each number. */
@NullMarked
package io.musubi.web.indicator;

import org.jspecify.annotations.NullMarked;
