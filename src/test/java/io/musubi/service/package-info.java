@NullMarked
package io.musubi.service;

import org.jspecify.annotations.NullMarked;
