package io.musubi.rdf;

import io.musubi.model.Term;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The one spelling of a number. TDB2 (5.6.0) keeps decimals, integers and doubles by value in its node table and gives
 * back a spelling of its own: {@code +7} as {@code 7}, an {@code xsd:long} as an {@code xsd:integer}, an integer beyond
 * 64 bits as some other number. Journal and graph can only have the same hash when the canonical text holds what comes
 * back. All other datatypes keep the spelling they have.
 */
final class Numbers {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String INTEGER = XSD + "integer";
    private static final String DECIMAL = XSD + "decimal";
    private static final String DOUBLE = XSD + "double";
    private static final String FLOAT = XSD + "float";
    private static final Set<String> INTEGERS = Set.of(INTEGER, XSD + "long", XSD + "int", XSD + "short", XSD + "byte");
    private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]+");
    private static final Pattern FRACTION = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)");
    private static final Pattern FLOATING = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");
    private static final Pattern SPACE_AROUND = Pattern.compile("^[ \\t\\r\\n]+|[ \\t\\r\\n]+$");

    private Numbers() {}

    /** The same number as it is spelled in the graph; anything that is no number, or ill-formed, unchanged. */
    static Term.Literal canonical(Term.Literal literal) {
        if (!literal.datatype().startsWith(XSD)) {
            return literal;
        }
        if (INTEGERS.contains(literal.datatype())) {
            return integer(literal);
        }
        return switch (literal.datatype()) {
            case DECIMAL -> decimal(literal);
            case DOUBLE -> floating(literal);
            default -> literal;
        };
    }

    private static Term.Literal integer(Term.Literal literal) {
        String text = trimmed(literal);
        if (!WHOLE.matcher(text).matches()) {
            return literal;
        }
        BigInteger number = new BigInteger(text.startsWith("+") ? text.substring(1) : text);
        // An xsd:integer is an xsd:decimal; as such even a large one keeps its value.
        return typed(number.toString(), number.bitLength() < Long.SIZE ? INTEGER : DECIMAL);
    }

    private static Term.Literal decimal(Term.Literal literal) {
        String text = trimmed(literal);
        return FRACTION.matcher(text).matches() ? typed(new BigDecimal(text).toPlainString(), DECIMAL) : literal;
    }

    private static Term.Literal floating(Term.Literal literal) {
        String text = trimmed(literal);
        if (FLOATING.matcher(text).matches()) {
            double number = Double.parseDouble(text);
            return Double.isInfinite(number)
                    ? typed(number > 0 ? "INF" : "-INF", FLOAT)
                    : typed(Double.toString(number), DOUBLE);
        }
        return switch (text) {
            case "NaN" -> typed("NaN", DOUBLE);
            // TDB2 would write Infinity, which is no xsd:double.
            case "INF", "+INF" -> typed("INF", FLOAT);
            case "-INF" -> typed("-INF", FLOAT);
            default -> literal;
        };
    }

    private static String trimmed(Term.Literal literal) {
        return SPACE_AROUND.matcher(literal.lexical()).replaceAll("");
    }

    private static Term.Literal typed(String lexical, String datatype) {
        return new Term.Literal(lexical, datatype, "");
    }
}
