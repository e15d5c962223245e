package io.musubi.ledger;

import io.musubi.model.Document;
import io.musubi.model.Hash;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A document on its way to the journal: its fields, each ended by a character that no field holds. */
final class DocumentCodec {
    private static final String FIELD = "\u0001";
    private static final String ITEM = "\u0002";

    private DocumentCodec() {}

    static byte[] encode(Document document) {
        return text(document).getBytes(StandardCharsets.UTF_8);
    }

    static String hash(Document document) {
        return Hash.of(encode(document)).hex();
    }

    static Document decode(byte[] bytes) {
        String[] fields = new String(bytes, StandardCharsets.UTF_8).split(FIELD, -1);
        return new Document(fields[0], fields[1], fields[2], fields[3], items(fields[4]), items(fields[5]));
    }

    // Canonical N-Triples escapes all control characters, and keys hold none.
    private static String text(Document it) {
        return String.join(
                FIELD,
                it.iri(),
                it.type(),
                it.triples(),
                it.said(),
                String.join(ITEM, it.identifiers()),
                String.join(ITEM, it.aliases()));
    }

    private static List<String> items(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split(ITEM, -1));
    }
}
