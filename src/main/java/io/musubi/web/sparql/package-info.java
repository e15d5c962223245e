/** The SPARQL door: Fuseki behind a guard whose limits hold. */
@NullMarked
package io.musubi.web.sparql;

import org.jspecify.annotations.NullMarked;
