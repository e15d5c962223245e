package io.musubi.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.model.Description;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.Severity;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers of the room may rely on. */
class CheckerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Checker checker = Checker.load(ShapeFolders.HOME);

    @Test
    void aResultSaysWhereAndWhatInBothLanguages() {
        CheckResult found =
                checker.check(List.of(record(false, List.of(), title("No language"))), TODAY).get(0).findings().stream()
                        .filter(result -> result.rule().equals("TitleWithoutLanguage"))
                        .findFirst()
                        .orElseThrow();
        assertThat(found.node()).isEqualTo("dataset");
        assertThat(found.fragment()).isEmpty();
        assertThat(found.predicate()).isEqualTo("http://purl.org/dc/terms/title");
        assertThat(found.value()).contains("No language");
        assertThat(found.severity()).isEqualTo(Severity.INFO);
        assertThat(found.message().ja()).contains("言語");
        assertThat(found.remedy().en()).contains("Choose the language");
    }

    @Test
    void onlyWhatCannotBePlacedIsNotAdmitted() {
        List<Verdict> verdicts =
                checker.check(List.of(record(false, List.of(), title("データ")), record(false, List.of())), TODAY);
        assertThat(verdicts.get(0).isAdmitted()).isTrue();
        assertThat(verdicts.get(0).findings()).isNotEmpty();
        assertThat(verdicts.get(1).admission()).extracting(CheckResult::rule).containsExactly("TitleMissing");
    }

    @Test
    void aDeletionIsNotJudged() {
        assertThat(checker.check(List.of(record(true, List.of("cao"))), TODAY))
                .containsExactly(new Verdict(List.of(), List.of()));
    }

    @Test
    void theStricterRuleSpeaksAlone() {
        assertThat(checker.check(List.of(record(false, List.of("cao"), title("データ"))), TODAY)
                        .get(0)
                        .findings())
                .extracting(CheckResult::rule)
                .contains("CaoDescriptionMissing")
                .doesNotContain("DescriptionMissing");
    }

    /** A verdict holds until a date of the record comes: rules can tell no other days apart. */
    @Test
    void rulesCompareTheDayWithDatesOnly() throws IOException {
        List<String> uses = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ShapeFolders.HOME.resolve("shapes/record"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".ttl")).toList()) {
                Files.readString(file)
                        .lines()
                        .filter(it -> it.contains("checkedOn") || it.matches("(?i).*\\bnow\\s*\\(.*"))
                        .forEach(uses::add);
            }
        }
        assertThat(uses).isNotEmpty().allMatch(it -> it.contains("sh:path msb:checkedOn ; sh:lessThan dct:"));
    }

    @Test
    void todayIsTheCommitsDate() {
        Statement embargoed = new Statement(
                "",
                "https://w3id.org/musubi/ontology#accessDivision",
                new Term.Iri("https://w3id.org/musubi/codelist/access-division/embargoed"),
                false);
        Statement from = new Statement(
                "",
                "http://purl.org/dc/terms/available",
                new Term.Literal("2027-04-01", "http://www.w3.org/2001/XMLSchema#date", ""),
                false);
        List<MappedRecord> batch = List.of(record(false, List.of(), title("データ"), embargoed, from));
        assertThat(rules(batch, LocalDate.of(2027, 3, 31))).doesNotContain("EmbargoDatePassed");
        assertThat(rules(batch, LocalDate.of(2027, 4, 1))).contains("EmbargoDatePassed");
    }

    @Test
    void anUnknownProfileIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> checker.check(List.of(record(false, List.of("nowhere"))), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'nowhere'")
                .hasMessageContaining("cao")
                .hasMessageContaining("example");
    }

    @Test
    void aShapeWithoutATextIsNamed(@TempDir Path folder) throws IOException {
        String shapes = Files.readString(ShapeFolders.HOME.resolve("shapes/admission/place.ttl"));
        Files.writeString(
                folder.resolve("place.ttl"), shapes.replaceFirst("@en ;\n    msb:remedy", "@fr ;\n    msb:remedy"));
        assertThatThrownBy(() -> ShapeSet.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("shapes/T")
                .hasMessageContaining("has no expected in 'en'");
    }

    @Test
    void aFileThatIsNoTurtleIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("broken.ttl"), "shape:X a");
        assertThatThrownBy(() -> ShapeSet.load(folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken.ttl");
    }

    /** Every term of ours in the shapes is declared, with a label in both languages. */
    @Test
    void termsAreDeclared() throws IOException {
        Model declared = ShapeSet.read(ShapeFolders.HOME.resolve("shapes/terms.ttl"));
        declared.addAll(Checker.context(ShapeFolders.HOME));
        for (Path folder : ShapeFolders.all()) {
            for (Rule rule : ShapeSet.load(folder).rules()) {
                rule.reads().stream()
                        .filter(it -> it.startsWith(Msb.term("").stringValue()))
                        .forEach(term -> assertThat(declared.filter(Values.iri(term), RDFS.LABEL, null))
                                .as("labels of %s in %s", term, rule.name())
                                .hasSizeGreaterThan(1));
            }
        }
    }

    private List<String> rules(List<MappedRecord> batch, LocalDate today) {
        return checker.check(batch, today).get(0).findings().stream()
                .map(CheckResult::rule)
                .toList();
    }

    private static Statement title(String text) {
        return new Statement("", "http://purl.org/dc/terms/title", Term.Literal.string(text), false);
    }

    private static MappedRecord record(boolean isDeleted, List<String> profiles, Statement... statements) {
        List<Statement> said = new ArrayList<>(List.of(statements));
        said.add(new Statement(
                "",
                "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
                new Term.Iri("http://www.w3.org/ns/dcat#Dataset"),
                false));
        return new MappedRecord(
                "example",
                "1",
                false,
                Optional.empty(),
                isDeleted,
                Optional.empty(),
                profiles,
                isDeleted ? List.of() : List.of(new Description("dataset", Kind.DATASET, List.of(), said)),
                List.of(),
                List.of());
    }
}
