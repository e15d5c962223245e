package io.musubi.service;

import io.musubi.model.Description;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.time.LocalDate;
import java.util.Optional;

/**
 * By which rules, and on which day, a record is judged. What was found once is found again as long as the rules are the same
 * and no date of the record has come meanwhile: rules compare the day ({@code msb:checkedOn}) with such dates only.
 *
 * @param rules their hash
 * @param day on which they are applied
 */
record RuleDay(String rules, LocalDate day) {
    /** Of a day as XML Schema writes it: year, month and day, of which a date may have fewer. */
    private static final int DAY = 10;

    private static final String DATES = "http://www.w3.org/2001/XMLSchema#(date|dateTime|gYear|gYearMonth)";

    /** As the ledger keeps it. */
    static RuleDay of(String kept) {
        int space = kept.indexOf(' ');
        return new RuleDay(kept.substring(0, space), LocalDate.parse(kept.substring(space + 1)));
    }

    /** For the ledger. */
    String kept() {
        return rules + " " + day;
    }

    /** Whether {@code record} would be found today to be what it was found {@code earlier}. */
    boolean isCoveredBy(RuleDay earlier, MappedRecord record) {
        return rules.equals(earlier.rules)
                && (day.equals(earlier.day) || (day.isAfter(earlier.day) && !awaits(record, earlier.day.toString())));
    }

    /** Whether a date of the record is {@code day}, or later, or not known well enough to tell. */
    private static boolean awaits(MappedRecord record, String day) {
        return record.descriptions().stream()
                .map(Description::statements)
                .flatMap(statements -> statements.stream())
                .flatMap(statement -> date(statement).stream())
                .anyMatch(date -> date.compareTo(day.substring(0, date.length())) >= 0);
    }

    private static Optional<String> date(Statement statement) {
        return statement.object() instanceof Term.Literal literal
                        && literal.datatype().matches(DATES)
                ? Optional.of(literal.lexical()
                        .substring(0, Math.min(DAY, literal.lexical().length())))
                : Optional.empty();
    }
}
