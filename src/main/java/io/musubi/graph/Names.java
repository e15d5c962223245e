package io.musubi.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The named graphs of the store and the properties used in the small ones. All else is the default graph. */
final class Names {
    private static final String PLACE = "https://w3id.org/musubi/";

    /** Ontology, code lists and shapes. */
    static final Node ONTOLOGY = NodeFactory.createURI(PLACE + "ontology");

    /** Which state of the journal the default graph shows, and how the store was built. */
    static final Node STATE = NodeFactory.createURI(PLACE + "state");

    /** The parts of documents to which no triple leads. */
    static final Node PARTS = NodeFactory.createURI(PLACE + "parts");

    static final Node NUMBER = term("stateNumber");
    static final Node HASH = term("stateHash");
    static final Node TIME = term("stateTime");
    static final Node ONTOLOGY_HASH = term("ontologyHash");
    static final Node FORGETTINGS = term("forgettings");
    static final Node BYTES = term("bytesWhenBuilt");
    static final Node PART = term("part");

    private Names() {}

    private static Node term(String name) {
        return NodeFactory.createURI(PLACE + "ontology#" + name);
    }
}
