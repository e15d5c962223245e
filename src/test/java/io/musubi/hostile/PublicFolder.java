package io.musubi.hostile;

import io.musubi.journal.Journal;
import io.musubi.journal.Snapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;

/** Everything that can be read out of a public folder: raw bytes, and what is packed in them. */
final class PublicFolder {
    private PublicFolder() {}

    /** Where {@code wanted} is found: the places. */
    static Set<String> places(Path folder, Pattern wanted) throws IOException {
        Set<String> places = new TreeSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // As bytes, and as UTF-16 of either order: a NUL beside each letter.
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                look(places, "file " + folder.relativize(file), bytes, wanted);
                look(places, "file " + folder.relativize(file) + " as UTF-16", bytes.replace("\0", ""), wanted);
            }
        }
        journal(places, folder, wanted);
        try (Stream<Path> indexes = Files.walk(folder)) {
            for (Path segments : indexes.filter(
                            it -> it.getFileName().toString().startsWith("segments_"))
                    .toList()) {
                index(places, segments.getParent(), wanted);
            }
        }
        return places;
    }

    private static void look(Set<String> places, String place, String text, Pattern wanted) {
        Matcher matcher = wanted.matcher(text);
        if (matcher.find()) {
            int from = Math.max(0, matcher.start() - 80);
            places.add(place + ": " + text.substring(from, Math.min(text.length(), matcher.end() + 20)));
        }
    }

    private static void journal(Set<String> places, Path folder, Pattern wanted) {
        try (Journal journal = Journal.openReadOnly(folder);
                Snapshot snapshot = journal.snapshot()) {
            snapshot.eachChange(0, it -> look(places, "journal", it.toString(), wanted));
        }
    }

    private static void index(Set<String> places, Path folder, Pattern wanted) throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                for (int i = 0; i < leaf.reader().maxDoc(); i++) {
                    for (IndexableField field : leaf.reader().storedFields().document(i)) {
                        look(places, "index, stored " + field.name(), String.valueOf(field.stringValue()), wanted);
                        if (field.binaryValue() != null) {
                            look(
                                    places,
                                    "index, stored " + field.name(),
                                    new String(field.binaryValue().bytes, StandardCharsets.ISO_8859_1),
                                    wanted);
                        }
                    }
                }
                for (FieldInfo field : leaf.reader().getFieldInfos()) {
                    Terms terms = leaf.reader().terms(field.name);
                    for (TermsEnum it = terms == null ? TermsEnum.EMPTY : terms.iterator(); it.next() != null; ) {
                        look(places, "index, term of " + field.name, it.term().utf8ToString(), wanted);
                    }
                }
            }
        }
    }
}
