package io.musubi.rdf;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.Term;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    @ParameterizedTest
    @CsvSource({
        "+7, integer, 7, integer",
        "007, integer, 7, integer",
        "-0, integer, 0, integer",
        "7, long, 7, integer",
        "9223372036854775807, integer, 9223372036854775807, integer",
        "9223372036854775808, integer, 9223372036854775808, decimal",
        "1.50, decimal, 1.50, decimal",
        "+.5, decimal, 0.5, decimal",
        "7., decimal, 7, decimal",
        "1e3, double, 1000.0, double",
        "INF, double, INF, float",
        "-1e999, double, -INF, float",
        "Infinity, double, Infinity, double",
        "seven, integer, seven, integer",
        "007, nonNegativeInteger, 007, nonNegativeInteger",
        "1, boolean, 1, boolean",
        "2026-04-01Z, date, 2026-04-01Z, date",
    })
    void aNumberHasOneSpelling(String lexical, String datatype, String expected, String expectedDatatype) {
        Term.Literal canonical = Numbers.canonical(new Term.Literal(lexical, XSD + datatype, ""));
        assertThat(canonical).isEqualTo(new Term.Literal(expected, XSD + expectedDatatype, ""));
        assertThat(Numbers.canonical(canonical)).isEqualTo(canonical);
    }
}
