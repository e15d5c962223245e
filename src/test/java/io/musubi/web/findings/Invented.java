package io.musubi.web.findings;

import io.musubi.model.Document;
import io.musubi.rdf.Vocabulary;
import java.util.List;
import java.util.TreeSet;

/** Invented documents of records with findings, as the journal holds them. */
public final class Invented {
    static final String BASE = "http://localhost:8080/";

    private Invented() {}

    /** A source's catalogue. */
    public static Document catalog(String source) {
        String iri = BASE + "catalog/" + source;
        return new Document(
                iri,
                "catalog",
                "<" + iri + "> <" + Vocabulary.DCT_TITLE + "> \"提供元" + source + "\"@ja .\n",
                "",
                List.of(),
                List.of());
    }

    /**
     * A record.
     *
     * @param findings each severity, rule and value: {@code Warning CreatorMissing} or {@code Violation R value}
     */
    public static Document record(String source, String key, String... findings) {
        String iri = BASE + "record/" + source + "/" + key;
        TreeSet<String> lines = new TreeSet<>();
        lines.add("<" + iri + "> <" + Vocabulary.MSB_LOCAL_ID + "> \"id of " + key + "\" .\n");
        lines.add("<" + iri + "> <" + Vocabulary.FOAF_PRIMARY_TOPIC + "> <" + BASE + "dataset/record/" + source + "/"
                + key + "> .\n");
        for (int i = 0; i < findings.length; i++) {
            String[] words = findings[i].split(" ", 3);
            String part = iri + "#finding-" + String.format("%016x", i);
            lines.add("<" + iri + "> <" + Vocabulary.MSB_FINDING + "> <" + part + "> .\n");
            add(lines, part, Vocabulary.SH_FOCUS_NODE, "<" + BASE + "person/orcid/" + key + ">");
            add(lines, part, Vocabulary.SH_RESULT_SEVERITY, "<http://www.w3.org/ns/shacl#" + words[0] + ">");
            add(lines, part, Vocabulary.MSB_RULE, "\"" + words[1] + "\"");
            for (String predicate :
                    List.of(Vocabulary.SH_RESULT_MESSAGE, Vocabulary.MSB_EXPECTED, Vocabulary.MSB_REMEDY)) {
                add(lines, part, predicate, "\"of " + words[1] + "\"@en");
                add(lines, part, predicate, "\"" + words[1] + "について\"@ja");
            }
            if (words.length == 3) {
                add(lines, part, Vocabulary.SH_VALUE, "\"" + words[2] + "\"");
            }
        }
        return new Document(iri, "record", String.join("", lines), "", List.of(), List.of());
    }

    private static void add(TreeSet<String> lines, String part, String predicate, String object) {
        lines.add("<" + part + "> <" + predicate + "> " + object + " .\n");
    }
}
