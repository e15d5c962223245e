package io.musubi.text.sparql;

import io.musubi.text.TextStore;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The property functions that a query may use: {@code text:query} and no other. Jena's own registry would also load any
 * class on the class path ({@code java:…}).
 */
public final class TextFunctions extends PropertyFunctionRegistry {
    /** The IRI of {@code text:query}, the same as jena-text's. */
    public static final String QUERY = "http://jena.apache.org/text#query";

    private final PropertyFunctionFactory query;

    /** @param text what is asked */
    public TextFunctions(TextStore text) {
        query = iri -> new TextQuery(text);
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String iri) {
        return manages(iri) ? query : null;
    }

    @Override
    public boolean manages(String iri) {
        return QUERY.equals(iri);
    }

    @Override
    public boolean isRegistered(String iri) {
        return manages(iri);
    }
}
