package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Description;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is judged again, and what need not be. */
class JudgingTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "rules, 2026-11-21, date, 2026-11-20, true",
        "rules, 2026-11-21, date, 2026-11-21, false",
        "rules, 2026-11-21, date, 2027-01-01, false",
        "rules, 2026-11-21, gYear, 2025, true",
        "rules, 2026-11-21, gYear, 2026, false",
        "rules, 2026-11-21, gYearMonth, 2026-10, true",
        "rules, 2026-11-21, gYearMonth, 2026-11, false",
        "rules, 2026-11-21, dateTime, 2026-11-21T09:00:00+09:00, false",
        "rules, 2026-11-21, string, 2027-01-01, true",
        "rules, 2026-11-25, date, 2027-01-01, true", // the same day
        "rules, 2026-11-26, date, 2020-01-01, false", // the clock went back
        "others, 2026-11-21, date, 2026-11-20, false",
    })
    void itHoldsWhileRulesAndDatesStay(String rules, LocalDate day, String datatype, String date, boolean holds) {
        MappedRecord record = record(new Term.Literal(date, "http://www.w3.org/2001/XMLSchema#" + datatype, ""));
        assertThat(new RuleDay("rules", LocalDate.of(2026, 11, 25))
                        .isCoveredBy(RuleDay.of(new RuleDay(rules, day).kept()), record))
                .isEqualTo(holds);
    }

    private static MappedRecord record(Term date) {
        Statement statement = new Statement("", "http://purl.org/dc/terms/available", date, false);
        return new MappedRecord(
                "invented",
                "1",
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(new Description("dataset", Kind.DATASET, List.of(), List.of(statement))),
                List.of(),
                List.of());
    }

    /** The same delivery night after night: judged are the new, and those whose day has come. */
    @Test
    void aDayThatComesIsNoticedAndNothingElseIsJudgedAgain() throws IOException {
        Path file = folder.resolve("delivery.xml");
        Files.writeString(
                file,
                Files.readString(House.HOME.resolve("src/test/resources/service/oai.xml"))
                        .replace("RECORDS", oai("waiting", "2026-12-01") + oai("past", "2026-01-01")));
        assertThat(night(file, "2026-11-21")).containsExactly("2026-11-21 []", "2026-11-21 [EmbargoDatePassed]");
        assertThat(night(file, "2026-11-22")).containsExactly("2026-11-22 []", "2026-11-21 [EmbargoDatePassed]");
        assertThat(night(file, "2026-12-02"))
                .containsExactly("2026-12-02 [EmbargoDatePassed]", "2026-11-21 [EmbargoDatePassed]");
        assertThat(night(file, "2026-12-03"))
                .containsExactly("2026-12-02 [EmbargoDatePassed]", "2026-11-21 [EmbargoDatePassed]");
    }

    /** When each record was judged last, and whether its embargo is found to be over. */
    private List<String> night(Path delivery, String day) throws IOException {
        Clock clock = Clock.fixed(Instant.parse(day + "T00:00:00Z"), ZoneOffset.UTC);
        try (Store store = Store.open(folder.resolve("data"), House.rules(), Optional.of(House.BASE), clock)) {
            new Deliveries(store, House.rules(), Progress.SILENT).take(delivery, Optional.of("a"), Optional.empty());
            return List.of("waiting", "past").stream()
                    .map(id -> judged(store, id) + " "
                            + House.findings(store, Optional.of("a")).stream()
                                    .filter(it -> it.record().equals(id))
                                    .map(it -> it.finding().rule())
                                    .filter("EmbargoDatePassed"::equals)
                                    .toList())
                    .toList();
        }
    }

    private static LocalDate judged(Store store, String id) {
        return store.ledger()
                .records()
                .find("a", id)
                .flatMap(it -> it.version())
                .flatMap(it -> it.judged())
                .map(RuleDay::of)
                .orElseThrow()
                .day();
    }

    private static String oai(String id, String available) {
        return """
            <record><header><identifier>%s</identifier><datestamp>2026-01-01T00:00:00Z</datestamp></header><metadata>
            <jpcoar:jpcoar xmlns:jpcoar="https://github.com/JPCOAR/schema/blob/master/2.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:datacite="https://schema.datacite.org/meta/kernel-4/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <dc:title xml:lang="en">Data under embargo</dc:title>
            <dcterms:accessRights rdf:resource="http://purl.org/coar/access_right/c_f1cf">embargoed access</dcterms:accessRights>
            <datacite:date dateType="Available">%s</datacite:date>
            <dc:type rdf:resource="http://purl.org/coar/resource_type/c_ddb1">dataset</dc:type>
            </jpcoar:jpcoar></metadata></record>
            """.formatted(id, available);
    }
}
