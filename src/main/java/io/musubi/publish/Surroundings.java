package io.musubi.publish;

import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.model.Document;
import io.musubi.model.Kind;
import io.musubi.rdf.NTriplesReader;
import io.musubi.rdf.Vocabulary;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * Collects the documents that a page's description is made from: its datasets, the series they are in, and what these
 * name (people, institutions, projects, articles), with the funders of the projects.
 */
final class Surroundings {
    private static final String HAS_FUNDING_AGENCY = "http://purl.org/cerif/frapo/hasFundingAgency";

    private final Snapshot snapshot;
    private final String base;
    private final Graph graph;
    private final Set<String> seen = new TreeSet<>();

    Surroundings(Snapshot snapshot, String base, Graph into) {
        this.snapshot = snapshot;
        this.base = base;
        this.graph = into;
    }

    /** Puts the page's documents and what belongs to them into the graph. */
    void collect(CataloguePage page) {
        List<Document> datasets =
                page.entries().stream().flatMap(it -> it.now().stream()).toList();
        Collection<Triple> said = add(datasets);
        Collection<Triple> ofSeries = add(documents(said, Surroundings::isWhole, true));
        List<Triple> all = new ArrayList<>(said);
        all.addAll(ofSeries);
        Collection<Triple> named = add(documents(all, it -> true, false));
        add(documents(named, Surroundings::leadsToFunder, false));
        add(page.records().values().stream()
                .flatMap(List::stream)
                .map(Lookup.Found::document)
                .toList());
        add(catalogues(page));
    }

    private interface Chosen {
        boolean is(Triple triple);
    }

    private static boolean isWhole(Triple triple) {
        return triple.getPredicate().hasURI(Vocabulary.DCT_IS_PART_OF);
    }

    private static boolean leadsToFunder(Triple triple) {
        return isWhole(triple) || triple.getPredicate().hasURI(HAS_FUNDING_AGENCY);
    }

    private List<Document> documents(Collection<Triple> said, Chosen chosen, boolean datasets) {
        Set<String> iris = new TreeSet<>();
        said.stream()
                .filter(chosen::is)
                .map(Triple::getObject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .filter(it -> it.startsWith(base) && isDataset(it) == datasets)
                .map(Surroundings::document)
                .forEach(iris::add);
        return documents(iris);
    }

    private static String document(String iri) {
        int fragment = iri.indexOf('#');
        return fragment < 0 ? iri : iri.substring(0, fragment);
    }

    private boolean isDataset(String iri) {
        return iri.startsWith(base + Kind.DATASET.segment() + "/");
    }

    private List<Document> catalogues(CataloguePage page) {
        Set<String> iris = new TreeSet<>(Set.of(page.catalogue()));
        page.records().values().stream()
                .flatMap(List::stream)
                .map(it -> it.document().iri().substring((base + "record/").length()))
                .forEach(it -> iris.add(base + "catalog/" + it.substring(0, it.indexOf('/'))));
        return documents(iris);
    }

    private List<Document> documents(Set<String> iris) {
        return iris.stream()
                .filter(it -> !seen.contains(it))
                .flatMap(it -> snapshot.document(it).stream())
                .toList();
    }

    private Collection<Triple> add(List<Document> documents) {
        List<Triple> triples = new ArrayList<>();
        documents.stream()
                .filter(it -> seen.add(it.iri()))
                .forEach(it -> NTriplesReader.read(withoutFindings(it), triples::add));
        triples.forEach(graph::add);
        return triples;
    }

    /** Half of what is said of records are findings, which are for stewards and not for catalogues. */
    private static String withoutFindings(Document document) {
        String part = "<" + document.iri() + Vocabulary.FINDING_PART;
        String link = "<" + document.iri() + "> <" + Vocabulary.MSB_FINDING + ">";
        String triples = document.triples();
        StringBuilder kept = new StringBuilder(triples.length());
        for (int line = 0, next; line < triples.length(); line = next) {
            int end = triples.indexOf('\n', line);
            next = end < 0 ? triples.length() : end + 1;
            if (!triples.startsWith(part, line) && !triples.startsWith(link, line)) {
                kept.append(triples, line, next);
            }
        }
        return kept.toString();
    }
}
