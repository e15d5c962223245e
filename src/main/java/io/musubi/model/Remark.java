package io.musubi.model;

/**
 * A source value that the crosswalk read and could not use as it stands.
 *
 * @param rule the finding's rule: {@code identifier}, {@code date}, {@code lookup}, {@code language} …, then a dot and
 *     the normaliser or table: {@code identifier.orcid}
 * @param severity how grave it is
 * @param node the thing it was meant for
 * @param field the source path
 * @param value as found
 * @param expected what would have been right
 * @param remedy what to do
 * @param isPrivate true when the path is private
 */
public record Remark(
        String rule,
        Severity severity,
        String node,
        String field,
        String value,
        Text expected,
        Text remedy,
        boolean isPrivate) {}
