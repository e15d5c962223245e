package io.musubi.check;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.rdf4j.common.iteration.CloseableIteration;
import org.eclipse.rdf4j.common.transaction.IsolationLevels;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.impl.LinkedHashModel;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.vocabulary.RDF4J;
import org.eclipse.rdf4j.model.vocabulary.SHACL;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.Rio;
import org.eclipse.rdf4j.sail.SailConnection;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.eclipse.rdf4j.sail.shacl.ValidationSettings;
import org.eclipse.rdf4j.sail.shacl.ast.ContextWithShape;
import org.eclipse.rdf4j.sail.shacl.ast.Shape;
import org.eclipse.rdf4j.sail.shacl.ast.planNodes.PlanNode;
import org.eclipse.rdf4j.sail.shacl.ast.planNodes.ValidationExecutionLogger;
import org.eclipse.rdf4j.sail.shacl.ast.planNodes.ValidationTuple;
import org.eclipse.rdf4j.sail.shacl.results.ValidationResult;
import org.eclipse.rdf4j.sail.shacl.wrapper.data.ConnectionsGroup;
import org.eclipse.rdf4j.sail.shacl.wrapper.shape.CombinedShapeSource;
import org.eclipse.rdf4j.sail.shacl.wrapper.shape.ShapeSource;

/**
 * The shapes of one folder, compiled once. {@code ShaclValidator} would parse them for every batch and stop at 1,000
 * results for a constraint and 10,000 in all; the same plans are run here without a limit.
 */
final class ShapeSet {
    private final List<Compiled> shapes;

    private record Compiled(ContextWithShape shape, Rule rule) {}

    /**
     * A rule that a node does not keep.
     *
     * @param rule the rule
     * @param focus the node
     * @param value the offending value, if the constraint names one
     */
    record Violation(Rule rule, Value focus, Optional<Value> value) {}

    private ShapeSet(List<Compiled> shapes) {
        this.shapes = shapes;
    }

    /** All Turtle files directly in {@code folder} as one graph. */
    static Model graph(Path folder) {
        Model graph = new LinkedHashModel();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".ttl"))
                    .sorted()
                    .toList()) {
                graph.addAll(read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the shapes in " + folder, e);
        }
        return graph;
    }

    /** The Turtle file {@code file}. */
    static Model read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return Rio.parse(reader, file.toUri().toString(), RDFFormat.TURTLE);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        } catch (RDFParseException e) {
            throw new IllegalArgumentException(file + " is not Turtle: " + e.getMessage(), e);
        }
    }

    /**
     * Compiles the shapes of {@code folder}.
     *
     * @throws IllegalArgumentException when a file is no Turtle or a shape that reports results lacks a text
     */
    static ShapeSet load(Path folder) {
        Model graph = graph(folder);
        RuleReader reader = new RuleReader(graph, folder.toString());
        List<Compiled> compiled = new ArrayList<>();
        for (ContextWithShape shape : compile(graph)) {
            compiled.add(new Compiled(shape, reader.read(source(shape.getShape()))));
        }
        return new ShapeSet(compiled);
    }

    private static List<ContextWithShape> compile(Model graph) {
        MemoryStore store = new MemoryStore();
        try (SailConnection connection = store.getConnection()) {
            connection.begin(IsolationLevels.NONE);
            graph.forEach(one -> connection.addStatement(one.getSubject(), one.getPredicate(), one.getObject()));
            connection.commit();
            connection.begin(IsolationLevels.NONE);
            ShapeSource.ShapesGraph whole = new ShapeSource.ShapesGraph(RDF4J.NIL);
            try (ShapeSource source = new CombinedShapeSource(connection, connection)) {
                return Shape.Factory.getShapes(Shape.Factory.parse(
                        source.withContext(whole.getShapesGraph()), whole, new Shape.ParseSettings(false, false)));
            } finally {
                connection.commit();
            }
        } finally {
            store.shutDown();
        }
    }

    /** RDF4J cuts shapes up until each has one constraint; the shape that reports is the innermost property shape. */
    private static Resource source(Shape shape) {
        return Models.objectResource(shape.toModel(new LinkedHashModel()).filter(shape.getId(), SHACL.PROPERTY, null))
                .orElse(shape.getId());
    }

    /** The rules, each once. */
    List<Rule> rules() {
        return shapes.stream().map(Compiled::rule).distinct().toList();
    }

    /** Every result that the shapes give for the data of {@code group}. */
    List<Violation> validate(ConnectionsGroup group) {
        List<Violation> out = new ArrayList<>();
        for (Compiled compiled : shapes) {
            PlanNode plan = compiled.shape()
                    .getShape()
                    .generatePlans(
                            group, new ValidationSettings(compiled.shape().getDataGraph(), false, true, false));
            if (!plan.isGuaranteedEmpty()) {
                plan.receiveLogger(ValidationExecutionLogger.getInstance(false));
                run(plan, compiled.rule(), out);
            }
        }
        return out;
    }

    @SuppressWarnings("deprecation") // RDF4J offers nothing else yet
    private static void run(PlanNode plan, Rule rule, List<Violation> out) {
        try (CloseableIteration<? extends ValidationTuple> tuples = plan.iterator()) {
            while (tuples.hasNext()) {
                ValidationTuple tuple = tuples.next();
                // Values of one node that were folded into one tuple on the way up.
                for (ValidationTuple one :
                        tuple.getCompressedTuples().isEmpty() ? List.of(tuple) : tuple.getCompressedTuples()) {
                    for (ValidationResult result : one.getValidationResult()) {
                        out.add(new Violation(rule, tuple.getActiveTarget(), value(rule, result)));
                    }
                }
            }
        }
    }

    /** A result gives its value only as part of a whole report, which is slow to make: not where there is none. */
    @SuppressWarnings("deprecation")
    private static Optional<Value> value(Rule rule, ValidationResult result) {
        if (!rule.isAboutValues() || !result.getSourceConstraintComponent().producesValidationResultValue()) {
            return Optional.empty();
        }
        return Models.object(result.asModel(new LinkedHashModel()).filter(result.getId(), SHACL.VALUE, null));
    }
}
