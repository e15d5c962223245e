package io.musubi.graph;

import io.musubi.model.Hash;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * The Turtle files of our terms, code lists and shapes: all {@code *.ttl} below {@code ontology/} and {@code shapes/} but
 * the examples, which speak of invented things and may be wrong on purpose.
 */
final class Ontology {
    private static final Path EXAMPLES = Path.of("examples");
    private static final List<String> FOLDERS = List.of("ontology", "shapes");

    private final Path home;
    private final List<Path> files = new ArrayList<>();

    Ontology(Path home) {
        this.home = home;
        for (String folder : FOLDERS) {
            files.addAll(turtle(home.resolve(folder)));
        }
    }

    private static List<Path> turtle(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(".ttl") && !isExample(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }

    private static boolean isExample(Path file) {
        for (Path name : file) {
            if (name.equals(EXAMPLES)) {
                return true;
            }
        }
        return false;
    }

    /** Of the files' names and contents. */
    String hash() {
        MessageDigest digest = Hash.digest();
        for (Path file : files) {
            digest.update(home.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(bytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Puts the files into their named graph in place of what is there, within a write transaction. */
    void write(DatasetGraph dataset) {
        dataset.removeGraph(Names.ONTOLOGY);
        for (Path file : files) {
            try {
                RDFParser.source(file)
                        .lang(Lang.TURTLE)
                        .base(Names.ONTOLOGY.getURI())
                        .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                        .parse(new StreamRDFBase() {
                            @Override
                            public void triple(Triple triple) {
                                dataset.add(Quad.create(Names.ONTOLOGY, triple));
                            }
                        });
            } catch (RiotException e) {
                throw new OntologyException("Not Turtle: " + file + ": " + e.getMessage(), e);
            }
        }
    }
}
