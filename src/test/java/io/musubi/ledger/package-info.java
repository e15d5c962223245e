@NullMarked
package io.musubi.ledger;

import org.jspecify.annotations.NullMarked;
