/** The one public port: pages, data, queries. */
@NullMarked
package io.musubi.web;

import org.jspecify.annotations.NullMarked;
