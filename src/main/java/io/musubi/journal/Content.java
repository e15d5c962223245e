package io.musubi.journal;

import io.musubi.model.Document;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The bytes of a document: its texts one after the other, each as its length (four bytes) and its UTF-8; the two lists
 * are preceded by their size. IRI and type stand in the document's row.
 */
final class Content {
    private Content() {}

    static byte[] bytes(Document document) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(document.triples().length() + 256);
        text(out, document.triples());
        text(out, document.said());
        list(out, document.identifiers());
        list(out, document.aliases());
        return out.toByteArray();
    }

    static Document document(String iri, String type, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return new Document(iri, type, text(in), text(in), list(in), list(in));
    }

    private static void list(ByteArrayOutputStream out, List<String> texts) {
        number(out, texts.size());
        texts.forEach(each -> text(out, each));
    }

    private static void text(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(out, bytes.length);
        out.writeBytes(bytes);
    }

    private static void number(ByteArrayOutputStream out, int number) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    private static List<String> list(ByteBuffer in) {
        int size = in.getInt();
        List<String> texts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            texts.add(text(in));
        }
        return texts;
    }

    private static String text(ByteBuffer in) {
        byte[] bytes = new byte[in.getInt()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
