package io.musubi.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Claim;
import io.musubi.model.Description;
import io.musubi.model.IdentifierScheme;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import io.musubi.model.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.junit.jupiter.api.Test;

/** Things without identifiers: of what they are a part. */
class OwnershipTest {
    private static final String BASE = "http://musubi.example/";
    private static final String TITLE = "http://purl.org/dc/terms/title";
    private static final String NAMES = "http://purl.org/dc/terms/relation";
    private static final String HOME = System.getProperty("musubi.home", ".");

    private final IdentifierSchemes schemes = new IdentifierSchemes(
            List.of(new IdentifierScheme(
                    "grant",
                    "grant",
                    new Text("grant", "grant"),
                    List.of(Kind.PROJECT),
                    true,
                    true,
                    "trim",
                    "urn:grant",
                    List.of())),
            Map.of());
    private final Projection projection = new Projection(
            BASE, Precedence.load(Path.of(HOME, "ontology/properties.yaml")), schemes, key -> Optional.empty());

    private PublicRecord record(String id, Description... descriptions) {
        MappedRecord mapped = new MappedRecord(
                "invented",
                id,
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(descriptions),
                List.of(),
                List.of());
        return new PublicRecord("kirishima", id, mapped, schemes);
    }

    private static Description thing(String node, Kind kind, Statement... statements) {
        return new Description(node, kind, List.of(), List.of(statements));
    }

    private static Description dataset(String... names) {
        return thing("dataset", Kind.DATASET, names(names));
    }

    private static Description project(Statement... more) {
        List<Statement> statements = new ArrayList<>(
                List.of(text("", "A project"), new Statement("", NAMES, new Term.Part("grant"), false)));
        statements.addAll(Arrays.asList(more));
        return new Description("project", Kind.PROJECT, List.of(new Claim("grant", "jp1", "JP1", false)), statements);
    }

    private static Statement[] names(String... nodes) {
        return Arrays.stream(nodes).map(it -> name("", it)).toArray(Statement[]::new);
    }

    private static Statement name(String fragment, String node) {
        return new Statement(fragment, NAMES, new Term.Thing(node, ""), false);
    }

    private static Statement text(String fragment, String title) {
        return new Statement(fragment, TITLE, Term.Literal.text(title, "en"), false);
    }

    /** A record whose project names a programme without identifier. */
    private PublicRecord withProgramme(Statement... ofProgramme) {
        return record(
                "1",
                dataset("project"),
                project(name("", "programme")),
                thing("programme", Kind.PROGRAMME, ofProgramme));
    }

    private SortedSet<String> lines(PublicRecord record) {
        return projection.entity(
                BASE + "project/grant/jp1",
                List.of(new Projection.Voice(record, record.portrait("project").orElseThrow())));
    }

    private String partOfProject(PublicRecord record) {
        String iri = projection.iri(record, "programme");
        assertThat(iri).startsWith(BASE + "project/grant/jp1#programme-");
        return iri;
    }

    @Test
    void whatOnlyAnEntityNamesIsItsPartWhicheverRecordSaysSo() {
        PublicRecord first = record(
                "1",
                dataset("project"),
                project(name("grant", "programme")),
                thing("programme", Kind.PROGRAMME, text("", "Basic research")));
        PublicRecord second = record(
                "2",
                dataset("project"),
                project(name("grant", "stream")),
                thing("stream", Kind.PROGRAMME, text("", "Basic research")));
        String part = partOfProject(first);
        assertThat(lines(first))
                .contains("<" + BASE + "project/grant/jp1#grant> <" + NAMES + "> <" + part + "> .")
                .contains("<" + part + "> <" + TITLE + "> \"Basic research\"@en .");
        assertThat(lines(second)).isEqualTo(lines(first));
        assertThat(second.hash(second.portrait("project").orElseThrow()))
                .isEqualTo(first.hash(first.portrait("project").orElseThrow()));
        assertThat(first.portraits()).extracting(it -> it.node()).containsExactly("dataset", "project");
    }

    @Test
    void anotherContentIsAnotherPart() {
        assertThat(partOfProject(withProgramme(text("", "Basic research"))))
                .isNotEqualTo(partOfProject(withProgramme(text("", "Applied research"))));
    }

    @Test
    void thePartsOfAPartGoWithIt() {
        PublicRecord record = withProgramme(
                text("", "Basic research"), new Statement("", NAMES, new Term.Part("code"), false), text("code", "B"));
        String part = partOfProject(record);
        assertThat(lines(record))
                .contains("<" + part + "> <" + NAMES + "> <" + part + ".code> .")
                .contains("<" + part + ".code> <" + TITLE + "> \"B\"@en .");
    }

    @Test
    void whatIsPrivateStaysBehind() {
        PublicRecord record = withProgramme(
                text("", "Basic research"), new Statement("", NAMES, Term.Literal.string("secret"), true));
        assertThat(partOfProject(record)).isNotEmpty();
        assertThat(lines(record).toString()).contains("Basic research").doesNotContain("secret");
    }

    @Test
    void theDatasetMayNameItToo() {
        PublicRecord record = record(
                "1",
                dataset("project", "programme"),
                project(name("", "programme")),
                thing("programme", Kind.PROGRAMME, text("", "Basic research")));
        String part = partOfProject(record);
        assertThat(projection.said(record))
                .contains("<" + BASE + "dataset/record/kirishima/1> <" + NAMES + "> <" + part + "> .");
        assertThat(record.mentions(record.portraits().getFirst()))
                .containsExactly(record.portraits().getLast().anchor());
    }

    @Test
    void peopleAndWhatSeveralNameStayWithTheRecord() {
        PublicRecord record = record(
                "1",
                dataset("project", "own"),
                project(names("both", "person", "parent")),
                new Description(
                        "other",
                        Kind.PROJECT,
                        List.of(new Claim("grant", "jp2", "JP2", false)),
                        List.of(names("both"))),
                thing("both", Kind.ORGANIZATION, text("", "Named by two projects")),
                thing("own", Kind.ORGANIZATION, text("", "Named by the dataset only")),
                thing("person", Kind.PERSON, text("", "Somebody")),
                thing("parent", Kind.ORGANIZATION, text("", "With a part"), name("", "child")),
                thing("child", Kind.ORGANIZATION, text("", "Named by such a one")));
        for (String node : List.of("both", "own", "person", "parent", "child")) {
            assertThat(projection.iri(record, node)).isEqualTo(BASE + "record/kirishima/1#" + node);
            assertThat(record.portrait(node)).isPresent();
        }
    }
}
