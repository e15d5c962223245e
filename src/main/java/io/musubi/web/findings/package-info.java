/**
 * What data stewards should look at, as far as it is public: the findings of open records, from their documents in the
 * journal.
 */
@NullMarked
package io.musubi.web.findings;

import org.jspecify.annotations.NullMarked;
