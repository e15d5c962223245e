package io.musubi.text;

import io.musubi.model.Document;
import io.musubi.model.Term;
import io.musubi.rdf.NTriples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;

/** Documents written as Turtle; each answers to the identifier in its IRI ({@code kind/scheme/value}). */
final class Turtle {
    static final String BASE = "http://localhost:8080/";
    private static final String PREFIXES = """
            BASE <http://localhost:8080/>
            PREFIX cited: <https://w3id.org/citedcat-ap/>
            PREFIX dcat: <http://www.w3.org/ns/dcat#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX foaf: <http://xmlns.com/foaf/0.1/>
            PREFIX frapo: <http://purl.org/cerif/frapo/>
            PREFIX msb: <https://w3id.org/musubi/ontology#>
            PREFIX owl: <http://www.w3.org/2002/07/owl#>
            PREFIX prov: <http://www.w3.org/ns/prov#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            """;

    private Turtle() {}

    static List<Document> documents(String turtle) {
        Map<String, TreeSet<String>> lines = new TreeMap<>();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(new StreamRDFBase() {
            @Override
            public void triple(org.apache.jena.graph.Triple triple) {
                String subject = triple.getSubject().getURI();
                lines.computeIfAbsent(subject.replaceAll("#.*", ""), iri -> new TreeSet<>())
                        .add(NTriples.line(subject, triple.getPredicate().getURI(), term(triple.getObject())) + "\n");
            }
        });
        List<Document> documents = new ArrayList<>();
        lines.forEach((iri, own) -> documents.add(document(iri, String.join("", own))));
        return documents;
    }

    static Document document(String turtle) {
        List<Document> documents = documents(turtle);
        if (documents.size() != 1) {
            throw new IllegalArgumentException("Expected one document, found " + documents.size());
        }
        return documents.getFirst();
    }

    private static Document document(String iri, String triples) {
        String[] path = iri.substring(BASE.length()).split("/", 3);
        List<String> identifiers =
                path[0].equals("record") || path[0].equals("catalog") ? List.of() : List.of(path[1] + ":" + path[2]);
        return new Document(iri, path[0], triples, "", identifiers, List.of());
    }

    private static Term term(Node node) {
        return node.isURI()
                ? new Term.Iri(node.getURI())
                : new Term.Literal(
                        node.getLiteralLexicalForm(), node.getLiteralDatatypeURI(), node.getLiteralLanguage());
    }
}
