/** What becomes of the things that records name. */
@org.jspecify.annotations.NullMarked
package io.musubi.identity;
