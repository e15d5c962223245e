package io.musubi.mapping.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.model.Claim;
import io.musubi.model.IdentifierScheme;
import io.musubi.model.IdentifierSchemes;
import io.musubi.model.Key;
import io.musubi.model.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierSchemesTest {
    private static final Path ONTOLOGY = Path.of(System.getProperty("musubi.home", "."), "ontology");
    private static final String SPAR = "http://purl.org/spar/datacite/";

    private final IdentifierSchemes schemes = IdentifierSchemeReader.read(ONTOLOGY.resolve("identifiers.yaml"));

    IdentifierSchemesTest() throws IOException {}

    @ParameterizedTest
    @CsvSource({
        "doi, 10.60501/abc, https://doi.org/10.60501/abc, true",
        "doi, 10.60501/a<b>#c d, https://doi.org/10.60501/a%3Cb%3E%23c%20d, true",
        "doi, 10.60501/データ, https://doi.org/10.60501/データ, true",
        "grant, jp24k60501, https://kaken.nii.ac.jp/grant/KAKENHI-PROJECT-24K60501/, true",
        "grant, jpmjcr24z9, https://doi.org/10.52926/jpmjcr24z9, false",
        "grant, jp25zza121001, , false",
        "kakenhi-project, jp24kk0605, https://kaken.nii.ac.jp/grant/KAKENHI-PROJECT-24KK0605/, true",
        "nrid, 20060501, https://nrid.nii.ac.jp/nrid/1000020060501/, true",
        "erad, 20060501, , false",
        "ror, 0605cat41, https://ror.org/0605cat41, true",
        "wikidata, Q60501, http://www.wikidata.org/entity/Q60501, false",
    })
    void valuesHaveAddresses(String scheme, String value, String iri, boolean isSameAs) {
        assertThat(schemes.get(scheme).iriOf(value)).isEqualTo(Optional.ofNullable(iri));
        assertThat(schemes.get(scheme).sameAs(value)).isEqualTo(isSameAs ? Optional.of(iri) : Optional.empty());
    }

    @Test
    void theStrongestComesFirst() {
        List<Claim> claims = Stream.of("local", "doi", "handle", "data-number", Key.RECORD, "crid")
                .map(scheme -> new Claim(scheme, "1", "1", false))
                .sorted(schemes.strongestFirst(Kind.DATASET))
                .toList();
        assertThat(claims)
                .extracting(Claim::scheme)
                .containsExactly("doi", "handle", "crid", "data-number", "local", Key.RECORD);
        assertThat(schemes.rank(Kind.PERSON, "orcid")).isLessThan(schemes.rank(Kind.PERSON, "erad"));
        assertThat(schemes.rank(Kind.ORGANIZATION, "ror")).isZero();
    }

    @Test
    void anNridIsAClaimToTheNumberInsideIt() {
        IdentifierScheme nrid = schemes.get("nrid");
        assertThat(nrid.claimedAs()).isEqualTo("erad");
        assertThat(nrid.kinds()).containsExactly(Kind.PERSON);
        assertThat(Normalisers.named(nrid.normaliser()).apply("1000020060501")).isEqualTo(Result.value("20060501"));
    }

    @Test
    void theFirstRankedTieAndHaveOneValue() {
        for (String name : List.of("doi", "orcid", "erad", "ror", "grant", "corporate-number", "funding-stream")) {
            assertThat(schemes.get(name)).matches(IdentifierScheme::isOne, name).matches(IdentifierScheme::ties, name);
        }
        for (String name : List.of("url", "local", "wikidata", "oai")) {
            assertThat(schemes.get(name).ties()).as(name).isFalse();
        }
    }

    @Test
    void aMistakeNamesFileKeyAndWhatWasExpected(@TempDir Path folder) throws IOException {
        String good = Files.readString(ONTOLOGY.resolve("identifiers.yaml"));
        assertFails(
                folder,
                good.replace("normaliser: orcid", "normaliser: orkid"),
                "schemes.orcid.normaliser",
                "orkid",
                "orcid");
        assertFails(folder, good.replace("person: [orcid, erad", "person: [orcid, eradd"), "eradd", "strength.person");
        assertFails(folder, good.replace("ties: false", "ties: maybe"), ".ties", "maybe", "true or false");
        assertFails(folder, good.replace("  person: [", "  persons: ["), "persons", "person, organization");
        assertFails(folder, good.replace("same-as: false", "sameAs: false"), "sameAs", "same-as");
        assertFails(folder, "strength: [", "not the YAML expected");
    }

    private static void assertFails(Path folder, String text, String... parts) throws IOException {
        Path file = Files.writeString(folder.resolve("identifiers.yaml"), text);
        assertThatThrownBy(() -> IdentifierSchemeReader.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContainingAll(parts);
    }

    @Test
    void theCodeListOfSchemesIsMadeFromTheRegistry() throws IOException {
        Path file = ONTOLOGY.resolve("codelists/identifier-scheme.ttl");
        String expected = codeList();
        if (Boolean.getBoolean("update")) {
            Files.writeString(file, expected);
        }
        assertThat(file).as("written by -Dupdate=true").exists();
        Graph stored = GraphFactory.createDefaultGraph();
        RDFParser.source(file).parse(stored);
        Graph made = GraphFactory.createDefaultGraph();
        RDFParser.fromString(expected, org.apache.jena.riot.Lang.TURTLE).parse(made);
        assertThat(stored.isIsomorphicWith(made))
                .as(
                        "identifier-scheme.ttl says what identifiers.yaml says; after a change there run with -Dupdate=true")
                .isTrue();
    }

    private String codeList() throws IOException {
        String head = new String(
                IdentifierSchemesTest.class
                        .getResourceAsStream("/normalise/identifier-scheme-head.ttl")
                        .readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        List<String> concepts = new ArrayList<>(List.of(head.strip()));
        for (IdentifierScheme scheme : schemes.all()) {
            concepts.add("scheme:%s a skos:Concept , datacite:IdentifierScheme ;\n".formatted(scheme.name())
                    + "    skos:inScheme <https://w3id.org/musubi/codelist/identifier-scheme> ;\n"
                    + "    skos:notation \"%s\" ;\n".formatted(scheme.name())
                    + (scheme.iri().startsWith(SPAR)
                            ? "    skos:exactMatch datacite:%s ;\n"
                                    .formatted(scheme.iri().substring(SPAR.length()))
                            : "")
                    + (scheme.claimedAs().equals(scheme.name())
                            ? ""
                            : "    skos:broader scheme:%s ;\n".formatted(scheme.claimedAs()))
                    + "    skos:prefLabel \"%s\"@ja , \"%s\"@en ."
                            .formatted(scheme.label().ja(), scheme.label().en()));
        }
        return String.join("\n\n", concepts) + "\n";
    }
}
