package io.musubi.ontology;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.musubi.identity.Precedence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The terms and code lists of ours: well-formed, named in both languages, and the ones that are used. */
class OntologyTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final String MSB = "https://w3id.org/musubi/ontology#";
    private static final String CODE_LIST = "https://w3id.org/musubi/codelist/";
    private static final Pattern TERM_USED =
            Pattern.compile("\\bmsb:(?=[A-Za-z])([A-Za-z0-9]+)|musubi/ontology#([A-Za-z0-9]+)");
    private static final Pattern CONCEPT_USED =
            Pattern.compile("https://w3id\\.org/musubi/codelist/([a-z-]+/[A-Za-z0-9.-]*[A-Za-z0-9])");

    private final Graph vocabulary = read(Stream.of("ontology", "shapes")
            .flatMap(folder -> files(folder, ".ttl").stream())
            .filter(file -> !file.toString().contains("examples"))
            .toList());

    @TestFactory
    Stream<DynamicTest> everyTermOfOursIsDescribedInBothLanguages() {
        return subjects(MSB).stream()
                .map(term -> DynamicTest.dynamicTest(term.getURI().substring(MSB.length()), () -> {
                    assertThat(objects(term, RDF.type.asNode())).as("rdf:type").isNotEmpty();
                    assertThat(languages(term, RDFS.label.asNode()))
                            .as("rdfs:label")
                            .containsOnly("ja", "en");
                    assertThat(languages(term, RDFS.comment.asNode()))
                            .as("rdfs:comment")
                            .containsOnly("ja", "en");
                }));
    }

    @Test
    void theOntologyHasAHeader() {
        Node ontology = NodeFactory.createURI("https://w3id.org/musubi/ontology");
        assertThat(objects(ontology, RDF.type.asNode())).contains(OWL.Ontology.asNode());
        assertThat(languages(ontology, NodeFactory.createURI("http://purl.org/dc/terms/title")))
                .containsOnly("ja", "en");
        assertThat(objects(ontology, OWL.versionInfo.asNode())).hasSize(1);
        assertThat(objects(ontology, NodeFactory.createURI("http://purl.org/dc/terms/license")))
                .hasSize(1);
    }

    @TestFactory
    Stream<DynamicTest> everyCodeListIsComplete() {
        List<Path> lists = files("ontology/codelists", ".ttl");
        assertThat(lists).hasSizeGreaterThan(10);
        return lists.stream()
                .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                    Graph graph = read(List.of(file));
                    String name = file.getFileName().toString().replace(".ttl", "");
                    Node scheme = NodeFactory.createURI(CODE_LIST + name);
                    assertThat(graph.contains(scheme, RDF.type.asNode(), SKOS.ConceptScheme.asNode()))
                            .isTrue();
                    List<Node> concepts = graph.find(Node.ANY, RDF.type.asNode(), SKOS.Concept.asNode())
                            .mapWith(Triple::getSubject)
                            .toList();
                    assertThat(concepts).hasSizeGreaterThan(1);
                    for (Node concept : concepts) {
                        assertThat(concept.getURI()).matches(Pattern.quote(CODE_LIST + name) + "/[A-Za-z0-9.-]+");
                        assertThat(graph.contains(concept, SKOS.inScheme.asNode(), scheme))
                                .as("%s inScheme", concept)
                                .isTrue();
                        assertThat(graph.contains(concept, SKOS.notation.asNode(), Node.ANY))
                                .as("%s notation", concept)
                                .isTrue();
                        assertThat(languages(concept, SKOS.prefLabel.asNode()))
                                .as("%s prefLabel", concept)
                                .containsExactlyInAnyOrder("ja", "en");
                    }
                    assertThat(graph.find(Node.ANY, SKOS.notation.asNode(), Node.ANY)
                                    .mapWith(Triple::getObject)
                                    .toList())
                            .as("no notation twice")
                            .doesNotHaveDuplicates();
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatCrosswalksShapesAndCodeUseIsDefined() {
        return users().stream()
                .map(file -> DynamicTest.dynamicTest(HOME.relativize(file).toString(), () -> {
                    assertThat(used(file).stream().filter(iri -> !isSubject(iri)))
                            .as("terms that are not in ontology/ or shapes/terms.ttl")
                            .isEmpty();
                }));
    }

    @Test
    void thePropertiesFileLoadsAndKnowsOurTermsOnly() throws IOException {
        Path file = HOME.resolve("ontology/properties.yaml");
        Precedence precedence = Precedence.load(file);
        assertThat(precedence.of("http://purl.org/dc/terms/title")).isEqualTo(Precedence.Takes.ONE_PER_LANGUAGE);
        assertThat(precedence.of("http://www.w3.org/2002/07/owl#sameAs")).isEqualTo(Precedence.Takes.MANY);
        assertThat(found(Pattern.compile("(?m)^ {2}msb:([A-Za-z]+):"), Files.readString(file)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(isSubject(MSB + name)).as(name).isTrue());
    }

    @Test
    void theContextNamesOurTermsOnly() throws IOException {
        var context = new ObjectMapper()
                .readTree(HOME.resolve("ontology/context.jsonld").toFile())
                .get("@context");
        assertThat(context.get("msb").asText()).isEqualTo(MSB);
        context.fieldNames().forEachRemaining(name -> {
            int colon = name.indexOf(':');
            if (colon > 0) {
                assertThat(context.has(name.substring(0, colon)))
                        .as("prefix of " + name)
                        .isTrue();
            }
            if (name.startsWith("msb:")) {
                assertThat(isSubject(MSB + name.substring(4))).as(name).isTrue();
            }
        });
    }

    /** Crosswalks with their tables, shapes, samples' settings and our own code, as far as they are there. */
    private static List<Path> users() {
        return Stream.of(
                        files("mappings", ".yaml"),
                        files("mappings", ".csv"),
                        files("shapes", ".ttl"),
                        files("queries", ".rq"),
                        files("src/main/java/io/musubi/rdf", ".java"))
                .flatMap(List::stream)
                .filter(file -> !file.toString().contains("examples"))
                .toList();
    }

    /** The IRIs of ours in {@code file}: written out or with our prefix, and in Turtle with any prefix. */
    private static Set<String> used(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        Set<String> iris = new TreeSet<>();
        found(TERM_USED, text).forEach(name -> iris.add(MSB + name));
        found(CONCEPT_USED, text).forEach(name -> iris.add(CODE_LIST + name));
        if (file.toString().endsWith(".ttl")) {
            read(List.of(file)).stream()
                    .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                    .filter(node -> node.isURI()
                            && (node.getURI().startsWith(MSB) || node.getURI().startsWith(CODE_LIST)))
                    .forEach(node -> iris.add(node.getURI()));
        }
        return iris;
    }

    private boolean isSubject(String iri) {
        return vocabulary.contains(NodeFactory.createURI(iri), Node.ANY, Node.ANY);
    }

    private Set<Node> subjects(String namespace) {
        return vocabulary.find().mapWith(Triple::getSubject).toList().stream()
                .filter(node -> node.isURI() && node.getURI().startsWith(namespace))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private List<Node> objects(Node subject, Node predicate) {
        return vocabulary
                .find(subject, predicate, Node.ANY)
                .mapWith(Triple::getObject)
                .toList();
    }

    private List<String> languages(Node subject, Node predicate) {
        return objects(subject, predicate).stream()
                .map(Node::getLiteralLanguage)
                .toList();
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String first = matcher.group(1);
            names.add(first == null ? matcher.group(2) : first);
        }
        return names;
    }

    private static Graph read(List<Path> files) {
        Graph graph = GraphFactory.createDefaultGraph();
        for (Path file : files) {
            RDFParser.source(file)
                    .lang(Lang.TURTLE)
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(graph);
        }
        return graph;
    }

    private static List<Path> files(String folder, String ending) {
        Path path = HOME.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(path)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
