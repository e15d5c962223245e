package io.musubi.web.findings;

import io.musubi.finding.Group;
import io.musubi.model.Document;
import io.musubi.model.Severity;
import io.musubi.rdf.Wording;
import io.musubi.web.page.Graphs;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The sources at one state, from the documents of their catalogues. */
final class Sources {
    private final FindingsIndex.View view;
    private final String prefix;

    Sources(FindingsIndex.View view, String base) {
        this.view = view;
        this.prefix = base + "catalog/";
    }

    /**
     * A source and what should be mended there.
     *
     * @param id its segment of the IRI
     * @param title its name in the reader's language
     * @param violations findings that break a rule
     * @param warnings findings that are probably wrong
     * @param hints findings that could be better
     * @param records how many records have one
     */
    public record Counted(String id, String title, long violations, long warnings, long hints, long records) {}

    /** All sources in the order of their ids. */
    List<Counted> all(String language) {
        return view.snapshot().catalogs().stream()
                .map(found -> counted(found.document(), language))
                .toList();
    }

    private Counted counted(Document catalog, String language) {
        String id = catalog.iri().substring(prefix.length());
        return new Counted(
                id,
                title(catalog, language),
                findings(id, Severity.VIOLATION),
                findings(id, Severity.WARNING),
                findings(id, Severity.INFO),
                view.records(id));
    }

    private long findings(String id, Severity severity) {
        return view.overview(id).stream()
                .filter(group -> group.cause().severity() == severity)
                .map(Group::gain)
                .mapToLong(gain -> gain.findings())
                .sum();
    }

    /** What a source is called; empty when there is none of that id. */
    Optional<String> title(String id, String language) {
        return view.snapshot().document(prefix + id).map(catalog -> title(catalog, language));
    }

    private String title(Document catalog, String language) {
        return Wording.name(Graphs.of(catalog.triples()), NodeFactory.createURI(catalog.iri()), language)
                .map(Node::getLiteralLexicalForm)
                .orElse(catalog.iri().substring(prefix.length()));
    }
}
