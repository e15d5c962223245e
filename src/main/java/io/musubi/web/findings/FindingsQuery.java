package io.musubi.web.findings;

import java.util.Optional;

/** The question to {@code /sparql} that gives what a page shows: findings are part of the graph. */
final class FindingsQuery {
    private final String base;

    FindingsQuery(String base) {
        this.base = base;
    }

    /** For a source, and one rule or all. */
    String of(String source, Optional<String> rule) {
        return """
                PREFIX dct: <http://purl.org/dc/terms/>
                PREFIX msb: <https://w3id.org/musubi/ontology#>
                PREFIX sh: <http://www.w3.org/ns/shacl#>
                SELECT ?record ?severity ?rule ?message ?field ?value {
                  ?record dct:isPartOf <%scatalog/%s> ; msb:finding ?finding .
                  ?finding sh:resultSeverity ?severity ; msb:rule ?rule ; sh:resultMessage ?message .
                  OPTIONAL { ?finding msb:sourceField ?field }
                  OPTIONAL { ?finding sh:value ?value }
                  FILTER (LANG(?message) = "ja")%s
                }
                ORDER BY ?rule ?record
                LIMIT 1000
                """.formatted(base, source, rule.map(FindingsQuery::only).orElse(""));
    }

    private static String only(String rule) {
        return "\n  FILTER (?rule = \"" + rule.replaceAll("[^A-Za-z0-9._-]", "") + "\")";
    }
}
