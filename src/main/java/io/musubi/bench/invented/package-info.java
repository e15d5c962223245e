/** Deliveries of any size, invented from a seed for measurements. */
@org.jspecify.annotations.NullMarked
package io.musubi.bench.invented;
