package io.musubi.finding;

import io.musubi.model.Finding;
import io.musubi.model.Hash;
import io.musubi.model.Severity;
import io.musubi.model.Text;

/**
 * What many findings have in common and one mending would end: the rule, what it says, and what is to be done. What was
 * expected may differ from one finding to the next, as it may quote the value.
 *
 * @param severity how grave
 * @param rule the rule's name
 * @param message what is wrong
 * @param remedy what to do
 */
public record Cause(Severity severity, String rule, Text message, Text remedy) {
    /** The cause of a finding. */
    public static Cause of(Finding finding) {
        return new Cause(finding.severity(), finding.rule(), finding.message(), finding.remedy());
    }

    /** A name of 16 hexadecimal digits, for addresses: the same as long as rule and wording are. */
    public String id() {
        return Hash.of(String.join(
                        "\u0001", severity.name(), rule, message.ja(), message.en(), remedy.ja(), remedy.en()))
                .shortHex();
    }
}
