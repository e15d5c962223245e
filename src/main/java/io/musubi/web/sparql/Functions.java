package io.musubi.web.sparql;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.vocabulary.XSD;
import org.jspecify.annotations.Nullable;

/**
 * The functions called by IRI: casts, and those of XPath that neither grow nor backtrack. Jena would also load any class
 * on the class path ({@code java:…}), run scripts and read settings of the system.
 */
final class Functions extends FunctionRegistry {
    private static final String FN = "http://www.w3.org/2005/xpath-functions#";
    private static final Set<String> XPATH = Set.of(
            "abs",
            "boolean",
            "ceiling",
            "contains",
            "day-from-date",
            "day-from-dateTime",
            "days-from-duration",
            "ends-with",
            "floor",
            "hours-from-dateTime",
            "hours-from-duration",
            "lower-case",
            "minutes-from-dateTime",
            "minutes-from-duration",
            "month-from-date",
            "month-from-dateTime",
            "months-from-duration",
            "normalize-space",
            "not",
            "round",
            "seconds-from-dateTime",
            "seconds-from-duration",
            "starts-with",
            "string-length",
            "substring",
            "substring-after",
            "substring-before",
            "timezone-from-dateTime",
            "upper-case",
            "year-from-date",
            "year-from-dateTime",
            "years-from-duration");

    static final Functions REGISTRY = new Functions();

    private Functions() {
        FunctionRegistry all = FunctionRegistry.get();
        for (Iterator<String> iris = all.keys(); iris.hasNext(); ) {
            String iri = iris.next();
            if (iri.startsWith(XSD.NS) || (iri.startsWith(FN) && XPATH.contains(iri.substring(FN.length())))) {
                put(iri, all.get(iri));
            }
        }
    }

    /** Unlike its parent, loads nothing. */
    @Override
    public @Nullable FunctionFactory get(String iri) {
        return isRegistered(iri) ? super.get(iri) : null;
    }

    /** Closes for the whole process what no query may do: ask other servers, or write its values into the log. */
    static void closeForAll() {
        NodeValue.VerboseWarnings = false;
        ARQ.globalServiceAllowed = false;
        ARQ.allowServiceDefault = false;
        ARQ.getContext().set(ARQ.httpServiceAllowed, false);
    }
}
