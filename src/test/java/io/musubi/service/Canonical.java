package io.musubi.service;

import io.musubi.model.Document;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** Triples of documents with each merged entity replaced by the least of its IRIs: the same whatever the order of arrival. */
final class Canonical {
    private Canonical() {}

    static SortedSet<String> lines(Collection<Document> documents, String base) {
        Map<String, String> least = new HashMap<>();
        for (Document document : documents) {
            String first = document.aliases().stream().reduce(document.iri(), (a, b) -> a.compareTo(b) < 0 ? a : b);
            least.put(document.iri(), first);
            document.aliases().forEach(alias -> least.put(alias, first));
        }
        SortedSet<String> lines = new TreeSet<>();
        for (Document document : documents) {
            document.triples()
                    .lines()
                    .filter(line -> !line.contains("owl#sameAs> <" + base))
                    .forEach(line -> lines.add(line(line, base, least)));
        }
        return lines;
    }

    private static String line(String line, String base, Map<String, String> least) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (int from = line.indexOf("<" + base); from >= 0; from = line.indexOf("<" + base, at)) {
            int end = line.indexOf('>', from);
            String iri = line.substring(from + 1, end);
            int hash = iri.indexOf('#');
            String whole = hash < 0 ? iri : iri.substring(0, hash);
            out.append(line, at, from + 1)
                    .append(least.getOrDefault(whole, whole))
                    .append(iri.substring(whole.length()));
            at = end;
        }
        return out.append(line.substring(at)).toString();
    }
}
