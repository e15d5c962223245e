package io.musubi.bench;

import io.musubi.journal.Change;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The statements of all documents in a file of N-Triples, and where in it each document stands. */
final class Dump {
    private record Place(long from, int length) {}

    private final Path file;
    private final Map<String, Place> places = new HashMap<>();
    private long lines;
    private long end;

    private Dump(Path file) {
        this.file = file;
    }

    static Dump of(InventedStore store, Path file) throws IOException {
        Dump dump = new Dump(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            store.changesSince(0, change -> change.now().ifPresent(it -> dump.write(out, it.iri(), it.triples())));
        }
        return dump;
    }

    private void write(OutputStream out, String iri, String triples) {
        byte[] bytes = triples.getBytes(StandardCharsets.UTF_8);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        places.put(iri, new Place(end, bytes.length));
        end += bytes.length;
        lines += triples.lines().count();
    }

    Path file() {
        return file;
    }

    long statements() {
        return lines;
    }

    /** The statements that went and came with {@code change}, each as lines in a file of its own; gives how many. */
    long difference(Change change, OutputStream removed, OutputStream added) {
        Set<String> before = new TreeSet<>(lines(change.iri()).lines().toList());
        Set<String> now = new TreeSet<>(
                change.now().map(it -> it.triples()).orElse("").lines().toList());
        Set<String> gone = new TreeSet<>(before);
        gone.removeAll(now);
        now.removeAll(before);
        try {
            for (String line : gone) {
                removed.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (String line : now) {
                added.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gone.size() + (long) now.size();
    }

    private String lines(String iri) {
        Place place = places.get(iri);
        if (place == null) {
            return "";
        }
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[place.length()];
            in.seek(place.from());
            in.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
