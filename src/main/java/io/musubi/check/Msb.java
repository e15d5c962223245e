package io.musubi.check;

import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.util.Values;

/** Terms of ours that shapes use, and the marks that nodes carry while they are checked ({@code shapes/terms.ttl}). */
final class Msb {
    private static final String NAMESPACE = "https://w3id.org/musubi/ontology#";

    /** The namespace of our shapes. */
    static final String SHAPES = "https://w3id.org/musubi/shapes/";

    static final IRI EXPECTED = term("expected");
    static final IRI REMEDY = term("remedy");
    static final IRI POINTS_TO = term("pointsTo");
    static final IRI PRIVATE_FINDING = term("privateFinding");
    static final IRI STRICTER_THAN = term("stricterThan");
    static final IRI CHECKED_ON = term("checkedOn");

    private Msb() {}

    static IRI term(String name) {
        return Values.iri(NAMESPACE, name);
    }
}
