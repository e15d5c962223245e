package io.musubi.model;

import java.util.Optional;

/**
 * What a data steward should look at in one record.
 *
 * @param rule the rule's name: the local name of the shape's IRI, or a {@link Remark#rule()}
 * @param severity how grave
 * @param node the thing within the record
 * @param field the source path of the value, or the paths that would have given the missing one
 * @param value the value found, if any
 * @param message what is wrong
 * @param expected what would be right
 * @param remedy what to do next
 * @param isPrivate true when it speaks of private values: shown to stewards only
 */
public record Finding(
        String rule,
        Severity severity,
        String node,
        String field,
        Optional<String> value,
        Text message,
        Text expected,
        Text remedy,
        boolean isPrivate) {}
