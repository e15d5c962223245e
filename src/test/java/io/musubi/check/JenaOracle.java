package io.musubi.check;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.sparql.graph.GraphFactory;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;
import org.jspecify.annotations.Nullable;

/** The same shapes and the same data, judged by Jena. */
final class JenaOracle {
    private final Shapes shapes;
    private final Graph context;

    /** Parses the shapes of {@code folder}; throws when Jena does not understand them. */
    JenaOracle(Path folder, Model context) {
        this.shapes = Shapes.parse(graph(ShapeSet.graph(folder)));
        this.context = graph(context);
    }

    /** The results as {@code rule focus value}, those about the records' own nodes only. */
    Set<String> results(Collection<Statement> data) {
        Graph graph = GraphFactory.createDefaultGraph();
        context.find().forEachRemaining(graph::add);
        graph(data).find().forEachRemaining(graph::add);
        Set<String> results = new TreeSet<>();
        for (ReportEntry entry : ShaclValidator.get().validate(shapes, graph).getEntries()) {
            String focus = entry.focusNode().toString();
            if (Place.of(focus).isPresent()) {
                // Jena names a value for sh:uniqueLang, which has none (SHACL § 4.4.2).
                boolean hasValue =
                        !entry.sourceConstraintComponent().getLocalName().startsWith("UniqueLang");
                results.add(entry.source().getURI() + " " + focus + " " + (hasValue ? value(entry.value()) : ""));
            }
        }
        return results;
    }

    private static String value(@Nullable Node value) {
        if (value == null || Place.of(value.toString()).isPresent()) {
            return "";
        }
        return value.isLiteral() ? value.getLiteralLexicalForm() : value.toString();
    }

    /** The results of RDF4J in the same form. */
    static Set<String> results(List<Verdict> verdicts) {
        Set<String> results = new TreeSet<>();
        for (int i = 0; i < verdicts.size(); i++) {
            add(results, i, verdicts.get(i).admission());
            add(results, i, verdicts.get(i).findings());
        }
        return results;
    }

    private static void add(Set<String> results, int index, List<CheckResult> found) {
        for (CheckResult one : found) {
            results.add(Msb.SHAPES + one.rule() + " " + new Place(index, one.node(), one.fragment()).iri() + " "
                    + one.value().orElse(""));
        }
    }

    private static Graph graph(Collection<Statement> statements) {
        StringWriter out = new StringWriter();
        Rio.write(statements, out, RDFFormat.NTRIPLES);
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(out.toString(), Lang.NTRIPLES).parse(graph);
        return graph;
    }
}
