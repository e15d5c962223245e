package io.musubi.bench;

import io.carml.engine.rdf.RdfRmlMapper;
import io.carml.logicalsourceresolver.JsonPathResolver;
import io.carml.util.RmlMappingLoader;
import io.carml.vocab.Rdf;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.rdf4j.model.Statement;
import org.eclipse.rdf4j.rio.RDFFormat;

/**
 * CARML, an engine for RML (the mapping language that is nearest to ours), on the ROR dump. It is no part of the program:
 * {@code ./musubi bench} puts it on the class path.
 */
final class CarmlPeer {
    private final RdfRmlMapper mapper;

    CarmlPeer() throws IOException {
        try (InputStream mapping = Objects.requireNonNull(CarmlPeer.class.getResourceAsStream("/bench/ror.rml.ttl"))) {
            this.mapper = RdfRmlMapper.builder()
                    .setLogicalSourceResolver(Rdf.Ql.JsonPath, JsonPathResolver::getInstance)
                    .triplesMaps(RmlMappingLoader.build().load(RDFFormat.TURTLE, mapping))
                    .build();
        }
    }

    /** Whether it is on the class path. */
    static boolean isThere() {
        return CarmlPeer.class.getClassLoader().getResource("io/carml/engine/rdf/RdfRmlMapper.class") != null;
    }

    /** Maps a dump and forgets what comes of it; how many triples it was. */
    long map(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Objects.requireNonNull(mapper.map(in).count().block());
        }
    }

    /** What it makes of a dump: subject, predicate and the object's text. */
    Set<String> triples(Path file) throws IOException {
        Set<String> triples = new TreeSet<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Statement it : mapper.map(in).toIterable()) {
                triples.add(it.getSubject().stringValue() + " "
                        + it.getPredicate().stringValue() + " " + it.getObject().stringValue());
            }
        }
        return triples;
    }
}
