package io.musubi.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Description;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A finding that would give away a private statement is private; one that would not is not. */
class PrivacyTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String TITLE = "http://purl.org/dc/terms/title";
    private static final String AVAILABLE = "http://purl.org/dc/terms/available";
    private static final String NAME = "http://xmlns.com/foaf/0.1/name";
    private static final String CREATOR = "http://purl.org/dc/terms/creator";
    private static final String MSB = "https://w3id.org/musubi/ontology#";

    private final Checker checker = Checker.load(ShapeFolders.HOME);

    @Test
    void aPrivateValueMakesThePrivateFinding() {
        assertThat(find("TitleWithoutLanguage", dataset(say(TITLE, "secret", true)))
                        .isPrivate())
                .isTrue();
        assertThat(find("TitleWithoutLanguage", dataset(say(TITLE, "known", false)))
                        .isPrivate())
                .isFalse();
    }

    @Test
    void soDoesAPrivateValueThatTheRuleOnlyLookedAt() {
        Statement embargoed = new Statement(
                "",
                MSB + "accessDivision",
                new Term.Iri("https://w3id.org/musubi/codelist/access-division/embargoed"),
                false);
        Term.Literal past = new Term.Literal("2020-01-01", "http://www.w3.org/2001/XMLSchema#date", "");
        assertThat(find("EmbargoDatePassed", dataset(embargoed, new Statement("", AVAILABLE, past, true)))
                        .isPrivate())
                .isTrue();
        assertThat(find("EmbargoDatePassed", dataset(embargoed, new Statement("", AVAILABLE, past, false)))
                        .isPrivate())
                .isFalse();
    }

    @Test
    void aThingThatOnlyPrivateStatementsLeadToIsPrivate() {
        Description person =
                new Description("creator", Kind.PERSON, List.of(), List.of(text(NAME, "霧島, 花子"), text(NAME, "高原, 次郎")));
        for (boolean isPrivate : new boolean[] {true, false}) {
            Statement creator = new Statement("", CREATOR, new Term.Thing("creator", ""), isPrivate);
            CheckResult found = find("CreatorNameTwiceInOneLanguage", record(thing(creator), person));
            assertThat(found.node()).isEqualTo("creator");
            assertThat(found.isPrivate()).isEqualTo(isPrivate);
        }
    }

    @Test
    void aRuleAboutPrivateThingsIsAlwaysPrivate() {
        assertThat(find("ContactMissing", dataset(text(TITLE, "データ"))).isPrivate())
                .isTrue();
    }

    @Test
    void anotherPrivateStatementHidesNothing() {
        Statement remarks = say("http://purl.org/dc/terms/provenance", "secret", true);
        assertThat(find("DescriptionMissing", record(thing(text(TITLE, "データ"), remarks), List.of()))
                        .isPrivate())
                .isFalse();
    }

    private CheckResult find(String rule, MappedRecord record) {
        return checker.check(List.of(record), TODAY).get(0).findings().stream()
                .filter(result -> result.rule().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static MappedRecord dataset(Statement... statements) {
        return record(thing(statements), List.of("cao"));
    }

    private static Description thing(Statement... statements) {
        List<Statement> said = new ArrayList<>(List.of(statements));
        said.add(new Statement("", TYPE, new Term.Iri("http://www.w3.org/ns/dcat#Dataset"), false));
        return new Description("dataset", Kind.DATASET, List.of(), said);
    }

    private static MappedRecord record(Description main, Description other) {
        return new MappedRecord(
                "example",
                "1",
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(main, other),
                List.of(),
                List.of());
    }

    private static MappedRecord record(Description main, List<String> profiles) {
        return new MappedRecord(
                "example",
                "1",
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                profiles,
                List.of(main),
                List.of(),
                List.of());
    }

    private static Statement say(String predicate, String value, boolean isPrivate) {
        return new Statement("", predicate, Term.Literal.string(value), isPrivate);
    }

    private static Statement text(String predicate, String value) {
        return new Statement("", predicate, Term.Literal.text(value, "ja"), false);
    }
}
