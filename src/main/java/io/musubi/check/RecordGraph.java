package io.musubi.check;

import io.musubi.model.Description;
import io.musubi.model.MappedRecord;
import io.musubi.model.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.model.impl.SimpleValueFactory;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.XSD;

/**
 * A record as a graph of its own. Beside what the record says it holds the marks that shapes aim at: the record is a
 * {@code dcat:CatalogRecord}, leads to its main thing by {@code foaf:primaryTopic} and by {@code msb:mainDataset},
 * {@code msb:mainWork} … after the thing's kind, and both carry {@code msb:checkedOn}.
 */
final class RecordGraph {
    private static final ValueFactory VALUES = SimpleValueFactory.getInstance();

    private final int index;
    private final List<Statement> statements = new ArrayList<>();

    private RecordGraph(int index) {
        this.index = index;
    }

    /** The graph of {@code record}, the {@code index}-th of its batch, as it is judged on {@code today}. */
    static List<Statement> of(int index, MappedRecord record, LocalDate today) {
        RecordGraph graph = new RecordGraph(index);
        graph.add("", record.about());
        for (Description description : record.descriptions()) {
            graph.add(description.node(), description.statements());
        }
        graph.mark(record, VALUES.createLiteral(today.toString(), XSD.DATE));
        return graph.statements;
    }

    private void mark(MappedRecord record, Value today) {
        IRI self = iri("", "");
        statements.add(VALUES.createStatement(self, RDF.TYPE, DCAT.CATALOG_RECORD));
        statements.add(VALUES.createStatement(self, Msb.CHECKED_ON, today));
        if (!record.descriptions().isEmpty()) {
            Description main = record.descriptions().get(0);
            IRI topic = iri(main.node(), "");
            statements.add(VALUES.createStatement(self, FOAF.PRIMARY_TOPIC, topic));
            statements.add(VALUES.createStatement(self, Msb.term(Place.mark(main.kind())), topic));
            statements.add(VALUES.createStatement(topic, Msb.CHECKED_ON, today));
        }
    }

    private void add(String node, List<io.musubi.model.Statement> said) {
        for (io.musubi.model.Statement one : said) {
            statements.add(VALUES.createStatement(
                    iri(node, one.fragment()), VALUES.createIRI(one.predicate()), value(node, one.object())));
        }
    }

    private Value value(String node, Term term) {
        return switch (term) {
            case Term.Iri iri -> VALUES.createIRI(iri.value());
            case Term.Literal literal ->
                literal.language().isEmpty()
                        ? VALUES.createLiteral(literal.lexical(), VALUES.createIRI(literal.datatype()))
                        : VALUES.createLiteral(literal.lexical(), literal.language());
            case Term.Part part -> iri(node, part.fragment());
            case Term.Thing thing -> iri(thing.node(), thing.fragment());
            case Term.Link link -> VALUES.createIRI(link.otherwise());
        };
    }

    private IRI iri(String node, String fragment) {
        return VALUES.createIRI(new Place(index, node, fragment).iri());
    }
}
