package io.musubi.service;

import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * By which rules, and on which day, a record was judged, and until when that holds. What was found once is found again as
 * long as the rules are the same and no date of the record comes: rules compare the day ({@code msb:checkedOn}) with such
 * dates only.
 *
 * @param rules their hash
 * @param day on which they were applied
 * @param next the record's first date that is that day or later: a day, a month or a year
 */
record RuleDay(String rules, LocalDate day, Optional<String> next) {
    /** Of a date as XML Schema writes it: year, month and day, of which it may have fewer. */
    private static final int DAY = 10;

    private static final Set<String> DATES = Stream.of("date", "dateTime", "gYear", "gYearMonth")
            .map("http://www.w3.org/2001/XMLSchema#"::concat)
            .collect(Collectors.toUnmodifiableSet());

    /** Of {@code record}, judged by {@code rules} on {@code day}. */
    static RuleDay of(String rules, LocalDate day, MappedRecord record) {
        Optional<String> next = record.descriptions().stream()
                .flatMap(thing -> thing.statements().stream())
                .flatMap(RuleDay::date)
                .filter(date -> !hasPassed(date, day))
                .min(String::compareTo);
        return new RuleDay(rules, day, next);
    }

    /** As the ledger keeps it. */
    static RuleDay of(String kept) {
        List<String> parts = List.of(kept.split(" "));
        return new RuleDay(
                parts.get(0),
                LocalDate.parse(parts.get(1)),
                parts.stream().skip(2).findFirst());
    }

    /** For the ledger. */
    String kept() {
        return rules + " " + day + next.map(date -> " " + date).orElse("");
    }

    /** Whether the same would be found today. */
    boolean holds(String rulesNow, LocalDate today) {
        return rules.equals(rulesNow)
                && (day.equals(today)
                        || (day.isBefore(today)
                                && next.filter(date -> !hasYetToCome(date, today))
                                        .isEmpty()));
    }

    private static Stream<String> date(Statement statement) {
        return statement.object() instanceof Term.Literal literal && DATES.contains(literal.datatype())
                ? Stream.of(literal.lexical()
                        .substring(0, Math.min(DAY, literal.lexical().length())))
                : Stream.empty();
    }

    private static boolean hasPassed(String date, LocalDate day) {
        return date.compareTo(day.toString().substring(0, date.length())) < 0;
    }

    private static boolean hasYetToCome(String date, LocalDate day) {
        return date.compareTo(day.toString().substring(0, date.length())) > 0;
    }
}
