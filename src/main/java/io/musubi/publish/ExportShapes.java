package io.musubi.publish;

import io.musubi.model.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;

/** The shapes of {@code shapes/dcat-ap}: what an export must hold, judged page by page. */
final class ExportShapes {
    private static final String SHACL = "http://www.w3.org/ns/shacl#";
    private static final Node MESSAGE = NodeFactory.createURI(SHACL + "message");
    private static final Node PATH = NodeFactory.createURI(SHACL + "path");
    private static final String VIOLATION = SHACL + "Violation";

    private final Graph graph;
    private final Shapes shapes;

    /**
     * Reads all Turtle files of {@code folder} but its examples.
     *
     * @throws IllegalArgumentException when one is no Turtle
     */
    ExportShapes(Path folder) {
        graph = DcatAp.turtle(DcatAp.files(folder, ".ttl"), "https://w3id.org/musubi/shapes/dcat-ap");
        shapes = Shapes.parse(graph);
    }

    /**
     * What a shape found.
     *
     * @param isDemanded whether DCAT-AP demands it, or only recommends it
     */
    record Result(boolean isDemanded, Report.Gap gap) {}

    /** Every result for {@code page}, in the order in which SHACL gives them. */
    List<Result> check(Graph page) {
        List<Result> results = new ArrayList<>();
        for (ReportEntry entry : ShaclValidator.get().validate(shapes, page).getEntries()) {
            Node shape = entry.source();
            results.add(new Result(
                    entry.severity().level().hasURI(VIOLATION),
                    new Report.Gap(
                            entry.focusNode().toString(),
                            graph.find(shape, PATH, Node.ANY).next().getObject().getURI(),
                            shape.getURI().substring(shape.getURI().lastIndexOf('/') + 1),
                            new Text(message(shape, "ja"), message(shape, "en")))));
        }
        return results;
    }

    private String message(Node shape, String language) {
        return graph.find(shape, MESSAGE, Node.ANY)
                .filterKeep(it -> it.getObject().getLiteralLanguage().equals(language))
                .next()
                .getObject()
                .getLiteralLexicalForm();
    }
}
