package io.musubi.journal;

import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.model.Term;
import io.musubi.rdf.NTriples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/** Invented documents and, from a seed, whole histories of them. */
public final class Documents {
    private static final String BASE = "http://localhost:8080/";
    private static final String MSB = "https://w3id.org/musubi/ontology#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final List<String> TYPES = List.of("dataset", "person", "record");
    private static final List<String> LANGUAGES = List.of("ja", "en", "ja-Kana", "ja-Latn", "zh-Hant-TW", "ja-Hrkt");
    private static final List<Term.Literal> ODD = List.of(
            new Term.Literal("01", XSD + "integer", ""),
            new Term.Literal("1", XSD + "integer", ""),
            new Term.Literal("+1", XSD + "integer", ""),
            new Term.Literal("1.0", XSD + "decimal", ""),
            new Term.Literal("1.00", XSD + "decimal", ""),
            new Term.Literal("1e0", XSD + "double", ""),
            new Term.Literal("1.0E0", XSD + "double", ""),
            new Term.Literal("1", XSD + "boolean", ""),
            new Term.Literal("true", XSD + "boolean", ""),
            new Term.Literal("2026-04-01", XSD + "date", ""),
            new Term.Literal("2026-04-01Z", XSD + "date", ""),
            new Term.Literal("2026-04-01T00:00:00Z", XSD + "dateTime", ""),
            new Term.Literal("2026-04-01T00:00:00.000Z", XSD + "dateTime", ""),
            new Term.Literal("2026-04-01T00:00:00+00:00", XSD + "dateTime", ""),
            new Term.Literal("2026-02-31", XSD + "date", ""),
            new Term.Literal("2026-04", XSD + "gYearMonth", ""),
            new Term.Literal("no number", XSD + "integer", ""),
            new Term.Literal("7", XSD + "long", ""),
            new Term.Literal("007", XSD + "unsignedByte", ""),
            Term.Literal.string(""),
            Term.Literal.text("", "ja"));

    private Documents() {}

    /** The IRI of a document. */
    public static String iri(String type, int number) {
        return BASE + type + "/doi/10.60501/" + number;
    }

    /** A document with a title. */
    public static Document titled(String type, int number, String title) {
        String iri = iri(type, number);
        return document(
                iri,
                type,
                NTriples.line(iri, "http://purl.org/dc/terms/title", Term.Literal.text(title, "ja")),
                NTriples.line(
                        iri, "http://purl.org/dc/terms/language", new Term.Iri("http://lexvo.org/id/iso639-3/jpn")));
    }

    /** A document of these lines. */
    public static Document document(String iri, String type, String... lines) {
        String triples = String.join("\n", new TreeSet<>(List.of(lines))) + "\n";
        String doi = iri.substring(iri.indexOf("10."));
        return new Document(iri, type, triples, "", List.of("doi:" + doi), List.of(BASE + type + "/other/" + doi));
    }

    /** The change that publishes {@code document}. */
    public static DocumentChange publish(Document document) {
        return new DocumentChange(document.iri(), Optional.of(document), false);
    }

    /** The change that withdraws a document. */
    public static DocumentChange withdraw(String iri, boolean forget) {
        return new DocumentChange(iri, Optional.empty(), forget);
    }

    /** A random document with parts, some of them loose, and literals of every odd kind. */
    public static Document random(Random random, String type, int number) {
        String iri = iri(type, number);
        TreeSet<String> lines = new TreeSet<>();
        lines.add(NTriples.line(iri, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", new Term.Iri(MSB + type)));
        List<String> subjects = new ArrayList<>(List.of(iri));
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size; i++) {
            String subject = subjects.get(random.nextInt(subjects.size()));
            String property = MSB + "p" + random.nextInt(6);
            if (random.nextInt(4) == 0) {
                String part = iri + "#part-" + random.nextInt(8);
                boolean loose = random.nextInt(4) == 0;
                String points = loose ? part : subject;
                lines.add(NTriples.line(points, property, loose ? text(random) : new Term.Iri(part)));
                subjects.add(part);
            } else {
                lines.add(NTriples.line(subject, property, object(random)));
            }
        }
        return document(iri, type, lines.toArray(String[]::new));
    }

    private static Term object(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> new Term.Iri(iri(TYPES.get(random.nextInt(TYPES.size())), random.nextInt(30)));
            case 1 -> new Term.Iri("https://example.org/文書/" + random.nextInt(9) + "?a=b&c=%E3%81%82");
            case 2 -> ODD.get(random.nextInt(ODD.size()));
            default -> text(random);
        };
    }

    /** A literal of any characters that XML and RDF let through, and those they hardly do. */
    public static Term.Literal text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(6)) {
                        case 0 -> 1 + random.nextInt(0x20);
                        case 1 -> 0x7f + random.nextInt(0x22);
                        case 2 -> 0x3041 + random.nextInt(0x1000);
                        case 3 -> 0x1F600 + random.nextInt(0x20);
                        case 4 -> "\"\\\u2028\ufeff\u200b'<>{}#^@.".codePointAt(random.nextInt(14));
                        default -> 'a' + random.nextInt(26);
                    });
        }
        return random.nextBoolean()
                ? Term.Literal.string(text.toString())
                : Term.Literal.text(text.toString(), LANGUAGES.get(random.nextInt(LANGUAGES.size())));
    }

    /** A history: commits, each a list of changes, with what is public after the last. */
    public record History(List<List<DocumentChange>> commits, Map<String, Document> left) {}

    /** Adds, changes, withdrawals, forgettings, merges and their undoing, from a seed. */
    public static History history(long seed, int commits) {
        Random random = new Random(seed);
        List<List<DocumentChange>> all = new ArrayList<>();
        Map<String, Document> left = new TreeMap<>();
        for (int commit = 0; commit < commits; commit++) {
            List<DocumentChange> changes = new ArrayList<>();
            int size = random.nextInt(6);
            for (int i = 0; i < size; i++) {
                changes.add(change(random, left));
            }
            changes.forEach(change ->
                    change.now().ifPresentOrElse(now -> left.put(change.iri(), now), () -> left.remove(change.iri())));
            all.add(changes);
        }
        return new History(all, left);
    }

    private static DocumentChange change(Random random, Map<String, Document> left) {
        String type = TYPES.get(random.nextInt(TYPES.size()));
        int number = random.nextInt(30);
        boolean forget = random.nextInt(5) == 0;
        Document known = left.get(iri(type, number));
        return switch (random.nextInt(5)) {
            case 0 -> withdraw(iri(type, number), forget);
            case 1 -> new DocumentChange(iri(type, number), Optional.ofNullable(known), forget);
            default -> new DocumentChange(iri(type, number), Optional.of(random(random, type, number)), forget);
        };
    }
}
