package io.musubi.check;

import io.musubi.model.Description;
import io.musubi.model.Kind;
import io.musubi.model.MappedRecord;
import io.musubi.model.Statement;
import io.musubi.model.Term;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Model;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.util.Models;
import org.eclipse.rdf4j.model.util.Values;
import org.eclipse.rdf4j.model.vocabulary.DCAT;
import org.eclipse.rdf4j.model.vocabulary.FOAF;
import org.eclipse.rdf4j.model.vocabulary.RDF;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.rio.Rio;

/**
 * Reads a record from Turtle: {@code <>} is the record itself and leads to its main thing by {@code foaf:primaryTopic},
 * {@code <dataset>} is a thing, {@code <dataset#file-1>} its part.
 */
final class ExampleRecord {
    private static final String BASE = "http://record.example/";

    private final Model graph;
    private final Map<String, List<Statement>> said = new LinkedHashMap<>();

    private ExampleRecord(Model graph) {
        this.graph = graph;
    }

    /** The record in {@code file}, judged by {@code profiles}. */
    static MappedRecord read(Path file, List<String> profiles) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Model graph = Rio.parse(reader, BASE, RDFFormat.TURTLE);
            return new ExampleRecord(graph).record(String.valueOf(file.getFileName()), profiles);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MappedRecord record(String name, List<String> profiles) {
        Optional<String> main = Models.object(graph.filter(null, FOAF.PRIMARY_TOPIC, null))
                .map(topic -> topic.stringValue().substring(BASE.length()));
        main.ifPresent(node -> said.put(node, new ArrayList<>()));
        for (org.eclipse.rdf4j.model.Statement one : graph) {
            if (!one.getPredicate().equals(FOAF.PRIMARY_TOPIC)) {
                String[] subject = local(one.getSubject());
                said.computeIfAbsent(subject[0], any -> new ArrayList<>())
                        .add(new Statement(
                                subject[1],
                                one.getPredicate().stringValue(),
                                term(subject[0], one.getObject()),
                                false));
            }
        }
        List<Statement> about = Optional.ofNullable(said.remove("")).orElse(List.of());
        List<Description> descriptions = said.entrySet().stream()
                .map(thing -> new Description(thing.getKey(), kind(thing.getKey()), List.of(), thing.getValue()))
                .toList();
        return new MappedRecord(
                "example",
                name,
                false,
                Optional.empty(),
                false,
                Optional.empty(),
                profiles,
                descriptions,
                about,
                List.of());
    }

    private static String[] local(Resource subject) {
        String iri = subject.stringValue();
        if (!iri.startsWith(BASE)) {
            throw new IllegalArgumentException("An example speaks of its own nodes only, not of " + iri);
        }
        String[] parts = iri.substring(BASE.length()).split("#", 2);
        return parts.length == 2 ? parts : new String[] {parts[0], ""};
    }

    private static Term term(String node, Value value) {
        if (value instanceof Literal literal) {
            return literal.getLanguage()
                    .map(language -> Term.Literal.text(literal.getLabel(), language))
                    .orElseGet(() -> new Term.Literal(
                            literal.getLabel(), literal.getDatatype().stringValue(), ""));
        }
        if (!value.stringValue().startsWith(BASE)) {
            return new Term.Iri(value.stringValue());
        }
        String[] object = local((Resource) value);
        if (object[1].isEmpty() || !object[0].equals(node)) {
            return new Term.Thing(object[0], object[1]);
        }
        return new Term.Part(object[1]);
    }

    private Kind kind(String node) {
        List<Value> types = List.copyOf(
                graph.filter(Values.iri(BASE + node), RDF.TYPE, null).objects());
        if (types.contains(DCAT.DATASET)) {
            return Kind.DATASET;
        }
        if (types.contains(FOAF.PERSON)) {
            return Kind.PERSON;
        }
        if (types.contains(FOAF.PROJECT)) {
            return Kind.PROJECT;
        }
        return types.stream().anyMatch(type -> type.stringValue().endsWith("Organization"))
                ? Kind.ORGANIZATION
                : Kind.WORK;
    }
}
