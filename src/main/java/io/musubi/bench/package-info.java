/** Measurements that anybody can repeat, beside the peers they are measured by; an edge, called by the command line. */
@org.jspecify.annotations.NullMarked
package io.musubi.bench;
