package io.musubi.journal;

import io.musubi.model.Document;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the texts of one type of document have in common, as a preset dictionary for {@link Packing}. It is made of
 * predicates, classes, our own code lists and datatypes only: a dictionary outlives the documents it was made from, so
 * nothing that a record says may stand in it.
 */
final class CommonText {
    /** What zlib can look back to. */
    private static final int MOST = 32_000;

    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
    private static final List<String> OURS =
            List.of("<https://w3id.org/musubi/ontology#", "<https://w3id.org/musubi/codelist/");

    private final Map<String, Integer> uses = new HashMap<>();

    private CommonText() {}

    /** The dictionary, the most used last, where the references to it are shortest. */
    static byte[] of(List<Document> documents) {
        CommonText common = new CommonText();
        for (Document document : documents) {
            document.triples().lines().forEach(common::count);
            document.said().lines().forEach(common::count);
        }
        return common.bytes();
    }

    private void count(String line) {
        int predicate = line.indexOf(' ') + 1;
        int object = line.indexOf(' ', predicate) + 1;
        if (predicate == 0 || object == 0) {
            return;
        }
        boolean vocabularyOnly =
                line.startsWith(TYPE, predicate) || OURS.stream().anyMatch(ours -> line.startsWith(ours, object));
        int end = vocabularyOnly ? line.length() : object + 1;
        uses.merge("> " + line.substring(predicate, end), 1, Integer::sum);
        if (line.charAt(object) == '"' && line.endsWith("> .")) {
            uses.merge(line.substring(line.lastIndexOf("\"^^<")) + "\n", 1, Integer::sum);
        }
    }

    private byte[] bytes() {
        List<String> rarestLast = uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        StringBuilder text = new StringBuilder();
        for (String each : rarestLast) {
            if (text.length() + each.length() <= MOST) {
                text.insert(0, each);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
