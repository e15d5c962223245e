package io.musubi.rdf;

import java.util.function.Consumer;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDFBase;

/** Canonical N-Triples to Jena's triples. */
public final class NTriplesReader {
    /**
     * The journal has the last word on what is said: RIOT's opinion of an IRI must not stop a view. What is no
     * N-Triples at all is fatal to RIOT, and to us.
     */
    private static final ErrorHandler ONLY_SYNTAX = new ErrorHandler() {
        @Override
        public void warning(String message, long line, long column) {}

        @Override
        public void error(String message, long line, long column) {}

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotException("Line " + line + ", column " + column + " of documents: " + message);
        }
    };

    private NTriplesReader() {}

    /**
     * Hands over each triple of {@code text}, in its order.
     *
     * @throws RiotException when it is no N-Triples; the message names line and column
     */
    public static void read(String text, Consumer<Triple> triples) {
        RDFParser.fromString(text, Lang.NTRIPLES)
                .checking(false)
                .errorHandler(ONLY_SYNTAX)
                .parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        triples.accept(triple);
                    }
                });
    }
}
