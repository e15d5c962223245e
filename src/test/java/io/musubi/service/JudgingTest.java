package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.ledger.LedgerSnapshot;
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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
        "rules, 2026-11-21, date, 2026-11-25, false",
        "rules, 2026-11-21, date, 2026-11-26, true",
        "rules, 2026-11-21, date, 2027-01-01, true",
        "rules, 2026-11-21, gYear, 2025, true",
        "rules, 2026-11-21, gYear, 2026, false",
        "rules, 2026-11-21, gYearMonth, 2026-10, true",
        "rules, 2026-11-21, gYearMonth, 2026-11, false",
        "rules, 2026-11-21, gYearMonth, 2026-12, true",
        "rules, 2026-11-21, dateTime, 2026-11-21T09:00:00+09:00, false",
        "rules, 2026-11-21, string, 2027-01-01, true",
        "rules, 2026-11-25, date, 2027-01-01, true", // the same day
        "rules, 2026-11-26, date, 2020-01-01, false", // the clock went back
        "others, 2026-11-21, date, 2026-11-20, false",
    })
    void itHoldsWhileRulesAndDatesStay(String rules, LocalDate day, String datatype, String date, boolean holds) {
        MappedRecord record = record(new Term.Literal(date, "http://www.w3.org/2001/XMLSchema#" + datatype, ""));
        RuleDay judged = RuleDay.of(rules, day, record);
        assertThat(RuleDay.of(judged.kept())).isEqualTo(judged);
        assertThat(judged.holds("rules", LocalDate.of(2026, 11, 25))).isEqualTo(holds);
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
        assertThat(night(file, "2026-11-30")).containsExactly("2026-11-21 []", "2026-11-21 [EmbargoDatePassed]");
        assertThat(night(file, "2026-12-02"))
                .containsExactly("2026-12-02 [EmbargoDatePassed]", "2026-11-21 [EmbargoDatePassed]");
        assertThat(night(file, "2026-12-03"))
                .containsExactly("2026-12-02 [EmbargoDatePassed]", "2026-11-21 [EmbargoDatePassed]");
    }

    /** What stood when the delivery began may stand no more when its turn comes. */
    @Test
    void aRecordThatChangesWithinADeliveryIsTakenForWhatItIsThen() throws IOException {
        String first = oai("1", "2026-01-01");
        String newer =
                first.replace("<datestamp>2026-01-01", "<datestamp>2026-02-01").replace("Data", "More data");
        String deleted = "<record><header status=\"deleted\"><identifier>1</identifier>"
                + "<datestamp>2026-03-01T00:00:00Z</datestamp></header></record>";
        try (Store store = House.store(folder.resolve("data"))) {
            assertThat(take(store, first)).containsExactly(Outcome.STORED);
            assertThat(take(store, first, first)).containsExactly(Outcome.UNCHANGED, Outcome.DUPLICATE);
            assertThat(take(store, newer, first)).containsExactly(Outcome.STORED, Outcome.OLDER);
            assertThat(take(store, newer, deleted, newer))
                    .containsExactly(Outcome.UNCHANGED, Outcome.OLDER, Outcome.DELETED);
        }
    }

    /** Two under one identifier are told, until a delivery holds it once. */
    @Test
    void whatIsRepeatedNoMoreIsFoundNoMore() throws IOException {
        String one = oai("1", "2026-01-01");
        String another = one.replace("Data", "Other data");
        try (Store store = House.store(folder.resolve("data"))) {
            take(store, one, another);
            assertThat(rules(store)).contains("identity.repeated");
            assertThat(take(store, another)).containsExactly(Outcome.UNCHANGED);
            assertThat(rules(store)).isNotEmpty().doesNotContain("identity.repeated");
        }
    }

    private static List<String> rules(Store store) {
        return House.findings(store, Optional.of("a")).stream()
                .map(it -> it.finding().rule())
                .toList();
    }

    /** The outcomes that the delivery of these records had. */
    private List<Outcome> take(Store store, String... records) throws IOException {
        Path file = folder.resolve("records.xml");
        Files.writeString(
                file,
                Files.readString(House.HOME.resolve("src/test/resources/service/oai.xml"))
                        .replace("RECORDS", String.join("", records)));
        IngestReport report =
                new Deliveries(store, House.rules(), Progress.SILENT).take(file, Optional.of("a"), Optional.empty());
        return Stream.of(Outcome.values())
                .flatMap(outcome -> Collections.nCopies((int) report.of(outcome), outcome).stream())
                .toList();
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
        String payloadHash = store.ledger()
                .records()
                .find("a", id)
                .flatMap(it -> it.version())
                .orElseThrow()
                .payloadHash();
        try (LedgerSnapshot ledger = store.ledgerSnapshot()) {
            return RuleDay.of(ledger.standing("a", payloadHash)
                            .flatMap(it -> it.judged())
                            .orElseThrow())
                    .day();
        }
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
