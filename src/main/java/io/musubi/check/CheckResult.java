package io.musubi.check;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.Comparator;
import java.util.Optional;

/**
 * One rule that one thing in a record does not keep.
 *
 * @param rule the local name of the shape's IRI
 * @param severity how grave
 * @param node the thing within the record ({@link io.musubi.model.Description#node()}); empty for the record itself
 * @param fragment the thing's part; empty for the thing itself
 * @param predicate the property to look at: the one that is missing or whose value is wrong
 * @param value the value found: the text of a literal or an external IRI; empty when a value is missing or the value is
 *     another node of the record
 * @param message what is wrong
 * @param expected what would be right
 * @param remedy what to do next
 * @param isPrivate true when the rule speaks of private things, or when it read a private statement
 */
public record CheckResult(
        String rule,
        Severity severity,
        String node,
        String fragment,
        String predicate,
        Optional<String> value,
        Text message,
        Text expected,
        Text remedy,
        boolean isPrivate) {

    /** By node, part, rule, property and value. */
    static final Comparator<CheckResult> ORDER = Comparator.comparing(CheckResult::node)
            .thenComparing(CheckResult::fragment)
            .thenComparing(CheckResult::rule)
            .thenComparing(CheckResult::predicate)
            .thenComparing(result -> result.value.orElse(""))
            .thenComparing(CheckResult::isPrivate);
}
