package io.musubi.bench.flood;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Queries made at random from the grammar of SPARQL 1.1, over the words of our graph: many are ordinary, many would
 * never end, some are wrong. The same seed makes the same queries.
 */
public final class Grammar {
    private static final int DEEPEST = 4;
    private static final List<String> PREDICATES = List.of(
            "dct:title",
            "dct:creator",
            "dct:issued",
            "dcat:theme",
            "dcat:keyword",
            "foaf:name",
            "frapo:isOutputOf",
            "foaf:primaryTopic",
            "owl:sameAs",
            "a",
            "dct:isPartOf",
            "msb:accessDivision");
    private static final List<String> PREFIXES = List.of(
            "dct: <http://purl.org/dc/terms/>",
            "dcat: <http://www.w3.org/ns/dcat#>",
            "foaf: <http://xmlns.com/foaf/0.1/>",
            "frapo: <http://purl.org/cerif/frapo/>",
            "owl: <http://www.w3.org/2002/07/owl#>",
            "msb: <https://w3id.org/musubi/ontology#>",
            "xsd: <http://www.w3.org/2001/XMLSchema#>",
            "text: <http://jena.apache.org/text#>");
    private static final List<String> VALUES = List.of(
            "1",
            "-2.5",
            "1e9",
            "true",
            "'soil'",
            "'土壌'@ja",
            "'2020-01-01'^^xsd:date",
            "<http://localhost:8080/x>",
            "<http://localhost:8080/dataset/doi/10.60599/d1>",
            "<http://localhost:8080/organization/ror/f1>");
    private static final List<String> ONE = List.of(
            "STR",
            "STRLEN",
            "UCASE",
            "LCASE",
            "ENCODE_FOR_URI",
            "MD5",
            "SHA512",
            "LANG",
            "DATATYPE",
            "YEAR",
            "ABS",
            "CEIL",
            "isIRI",
            "isLiteral",
            "BOUND",
            "xsd:integer",
            "xsd:dateTime",
            "IRI",
            "!",
            "-");
    private static final List<String> TWO = List.of(
            "CONTAINS(STR(%s), STR(%s))",
            "STRSTARTS(STR(%s), STR(%s))",
            "CONCAT(STR(%s), STR(%s))",
            "(%s = %s)",
            "(%s < %s)",
            "(%s + %s)",
            "(%s * %s)",
            "(%s / %s)",
            "(%s && %s)",
            "(%s || %s)",
            "STRBEFORE(STR(%s), STR(%s))",
            "REGEX(STR(%s), STR(%s))",
            "STRDT(STR(%s), %s)",
            "sameTerm(%s, %s)",
            "COALESCE(%s, %s)",
            "IF(%s, %s, 1)",
            "REPLACE(STR(%s), '(.*)(a|.)+', STR(%s))",
            "%s IN (%s, 1, 'x')",
            "SUBSTR(STR(%s), %s)");

    private final Random random;

    /** The queries of {@code seed}. */
    public Grammar(long seed) {
        random = new Random(seed);
    }

    /** The next query. */
    public Asked next() {
        String prefixes = PREFIXES.stream().map(it -> "PREFIX " + it + "\n").collect(Collectors.joining());
        return new Asked("generated", prefixes + query());
    }

    private String query() {
        return switch (random.nextInt(8)) {
            case 0 -> "ASK " + group(0);
            case 1 -> "CONSTRUCT { " + some(3, this::triple) + " } WHERE " + group(0) + limits();
            case 2 -> "DESCRIBE " + variable() + " WHERE " + group(0) + limits();
            case 3, 4 -> aggregate();
            default -> "SELECT " + pick("", "DISTINCT ", "REDUCED ") + "* " + group(0) + order() + limits();
        };
    }

    private String aggregate() {
        String key = variable();
        String value = pick(
                "COUNT(*)",
                "COUNT(DISTINCT *)",
                call("COUNT"),
                call("SUM"),
                call("MAX"),
                call("SAMPLE"),
                "GROUP_CONCAT(DISTINCT STR(" + variable() + "); separator=', ')",
                call("AVG"));
        return chance(2)
                ? "SELECT (" + value + " AS ?n) " + group(0)
                : "SELECT " + key + " (" + value + " AS ?n) " + group(0) + " GROUP BY " + key
                        + pick("", " HAVING (COUNT(*) > 3)") + pick("", " ORDER BY DESC(?n)") + limits();
    }

    private String call(String aggregate) {
        return aggregate + "(" + pick("", "DISTINCT ") + expression(2) + ")";
    }

    private String order() {
        return chance(3) ? " ORDER BY " + some(2, () -> pick("", "DESC") + "(" + expression(2) + ")") : "";
    }

    private String limits() {
        return (chance(2) ? " LIMIT " + pick("1", "100", "10000", "1000000") : "")
                + (chance(6) ? " OFFSET " + pick("10", "100000", "900000000") : "");
    }

    /** A pattern in braces. */
    private String group(int depth) {
        return "{ " + triple() + some(3, () -> part(depth + 1)) + " }";
    }

    private String part(int depth) {
        if (depth > DEEPEST) {
            return triple();
        }
        return switch (random.nextInt(16)) {
            case 0 -> "OPTIONAL " + group(depth);
            case 1 -> group(depth) + " UNION " + group(depth);
            case 2 -> "MINUS " + group(depth);
            case 3 -> "FILTER " + pick("", "NOT ") + "EXISTS " + group(depth);
            case 4, 5 -> "FILTER(" + expression(1) + ")";
            case 6 -> "BIND(" + expression(1) + " AS ?n" + random.nextInt(100_000) + ")";
            case 7 -> "VALUES " + variable() + " { " + some(200, () -> pick(VALUES)) + " }";
            case 8 -> "{ SELECT " + pick("* ", "DISTINCT * ") + group(depth) + order() + limits() + " }";
            case 9 -> variable() + " text:query " + pick("'soil data'", "'土壌'", "(dct:title '海面' 10)", "'of'") + " .";
            case 10 -> "GRAPH " + pick("?g ", "<http://localhost:8080/none> ") + group(depth);
            default -> triple();
        };
    }

    private String triple() {
        return term() + " " + (chance(4) ? path(0) : chance(5) ? variable() : pick(PREDICATES)) + " " + term() + " . ";
    }

    private String path(int depth) {
        if (depth > DEEPEST) {
            return pick(PREDICATES);
        }
        return switch (random.nextInt(8)) {
            case 0 -> "(" + path(depth + 1) + ")" + pick("*", "+", "?");
            case 1 -> "(" + path(depth + 1) + "|" + path(depth + 1) + ")";
            case 2 -> "(" + path(depth + 1) + "/" + path(depth + 1) + ")";
            case 3 -> "^(" + path(depth + 1) + ")";
            case 4 -> "(!(" + pick(PREDICATES) + "|^" + pick(PREDICATES) + "))" + pick("", "*", "+");
            default -> pick(PREDICATES);
        };
    }

    private String term() {
        return chance(8) ? "<http://localhost:8080/dataset/doi/10.60599/d" + random.nextInt(1000) + ">" : variable();
    }

    private String expression(int depth) {
        if (depth > DEEPEST || chance(3)) {
            return chance(3) ? pick(VALUES) : variable();
        }
        return chance(2)
                ? pick(ONE) + "(" + expression(depth + 1) + ")"
                : pick(TWO).formatted(expression(depth + 1), expression(depth + 1));
    }

    private String variable() {
        return "?" + (char) ('a' + random.nextInt(6));
    }

    private String some(int most, Supplier<String> part) {
        return IntStream.range(0, 1 + random.nextInt(most))
                .mapToObj(i -> part.get())
                .collect(Collectors.joining(" "));
    }

    private boolean chance(int outOf) {
        return random.nextInt(outOf) == 0;
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String pick(String... all) {
        return pick(Stream.of(all).toList());
    }
}
