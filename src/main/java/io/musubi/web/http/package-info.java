/** What every door needs of HTTP: content negotiation, languages, problems. */
@NullMarked
package io.musubi.web.http;

import org.jspecify.annotations.NullMarked;
