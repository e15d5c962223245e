package io.musubi.check;

import io.musubi.model.Severity;
import io.musubi.model.Text;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.model.vocabulary.SHACL;

/** Reads what a shapes folder says of its rules, from the shapes themselves: validation reports lose languages. */
final class RuleReader {
    private final Model shapes;
    private final String folder;

    /**
     * A reader.
     *
     * @param shapes the folder's graph
     * @param folder the folder, for messages
     */
    RuleReader(Model shapes, String folder) {
        this.shapes = shapes;
        this.folder = folder;
    }

    /**
     * The rule that {@code shape} is.
     *
     * @throws IllegalArgumentException when it lacks something; the message names folder, shape and what is missing
     */
    Rule read(Resource shape) {
        if (!shape.isIRI() || !shape.stringValue().startsWith(Msb.SHAPES)) {
            throw wrong(shape, "has no IRI that begins with " + Msb.SHAPES + "; give it one, for it reports results");
        }
        Set<Value> seen = new HashSet<>();
        Set<String> reads = new HashSet<>();
        collectReads(shape, seen, reads);
        return new Rule(
                shape.stringValue(),
                severity(shape),
                predicate(shape),
                text(shape, SHACL.MESSAGE),
                text(shape, Msb.EXPECTED),
                text(shape, Msb.REMEDY),
                Models.objectLiteral(shapes.filter(shape, Msb.PRIVATE_FINDING, null))
                        .map(Literal::booleanValue)
                        .orElse(false),
                Models.objectIRI(shapes.filter(shape, Msb.STRICTER_THAN, null)).map(IRI::stringValue),
                shapes.contains(shape, SHACL.PATH, null),
                reads,
                shapes.contains(shape, SHACL.SPARQL, null));
    }

    private Severity severity(Resource shape) {
        IRI iri = Models.objectIRI(shapes.filter(shape, SHACL.SEVERITY_PROP, null))
                .orElseThrow(() -> wrong(shape, "has no sh:severity"));
        return switch (iri.getLocalName()) {
            case "Violation" -> Severity.VIOLATION;
            case "Warning" -> Severity.WARNING;
            case "Info" -> Severity.INFO;
            default -> throw wrong(shape, "has sh:severity " + iri + "; expected sh:Violation, sh:Warning or sh:Info");
        };
    }

    private String predicate(Resource shape) {
        return Models.objectIRI(shapes.filter(shape, Msb.POINTS_TO, null))
                .or(() -> Models.objectIRI(shapes.filter(shape, SHACL.PATH, null)))
                .map(IRI::stringValue)
                .orElseThrow(() -> wrong(shape, "needs msb:pointsTo, for its sh:path is not a single property"));
    }

    private Text text(Resource shape, IRI property) {
        return new Text(text(shape, property, "ja"), text(shape, property, "en"));
    }

    private String text(Resource shape, IRI property, String language) {
        for (Value value : shapes.filter(shape, property, null).objects()) {
            if (value instanceof Literal literal
                    && literal.getLanguage().filter(language::equals).isPresent()) {
                return literal.getLabel();
            }
        }
        throw wrong(shape, "has no " + property.getLocalName() + " in '" + language + "'");
    }

    /** Walks the shape's own description; every property in a path or a comparison is read. */
    private void collectReads(Resource node, Set<Value> seen, Set<String> reads) {
        if (!seen.add(node)) {
            return;
        }
        for (Statement statement : shapes.filter(node, null, null)) {
            IRI predicate = statement.getPredicate();
            Value object = statement.getObject();
            if (predicate.equals(SHACL.PATH)
                    || predicate.equals(SHACL.LESS_THAN)
                    || predicate.equals(SHACL.LESS_THAN_OR_EQUALS)
                    || predicate.equals(SHACL.EQUALS)
                    || predicate.equals(SHACL.DISJOINT)) {
                collectPath(object, reads);
            } else if (predicate.equals(SHACL.CLASS)) {
                reads.add(RDF.TYPE.stringValue());
            } else if (object instanceof Resource inner && !predicate.equals(Msb.STRICTER_THAN)) {
                collectReads(inner, seen, reads);
            }
        }
    }

    private void collectPath(Value path, Set<String> reads) {
        if (path instanceof IRI iri) {
            if (!iri.equals(RDF.NIL)) {
                reads.add(iri.stringValue());
            }
        } else if (path instanceof Resource inner) {
            for (Statement statement : shapes.filter(inner, null, null)) {
                collectPath(statement.getObject(), reads);
            }
        }
    }

    private IllegalArgumentException wrong(Resource shape, String what) {
        return new IllegalArgumentException(folder + ": shape " + shape.stringValue() + " " + what + ".");
    }
}
