package io.musubi.service;

import io.musubi.model.Hash;
import io.musubi.model.Text;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * A backup as it lies on a disk: a folder, or the same in one file whose name ends in {@code .zip}. It holds
 * {@code public/journal.db}, for a full one also {@code ledger/ledger.db}, {@code backup.txt} (what it is, as
 * {@code name=value} lines) and {@code SHA256SUMS} (for {@code sha256sum -c} too).
 */
final class BackupFile {
    static final String JOURNAL = "public/journal.db";
    static final String LEDGER = "ledger/ledger.db";
    static final String DESCRIPTION = "backup.txt";
    private static final Set<String> ALL = Set.of(DESCRIPTION, JOURNAL, LEDGER);
    private static final String SUMS = "SHA256SUMS";
    private static final String ZIP = ".zip";
    private static final int BUFFER = 1 << 16;

    private BackupFile() {}

    /** Hears of bytes as they are read. */
    interface Bytes {
        void read(int count);
    }

    /** Writes down the hashes of all that lies in {@code folder}. */
    static void seal(Path folder, List<String> names, Bytes bytes) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String name : names) {
            lines.append(hash(folder.resolve(name), bytes))
                    .append("  ")
                    .append(name)
                    .append('\n');
        }
        Files.writeString(folder.resolve(SUMS), lines);
    }

    /**
     * Makes {@code folder} the backup {@code target}: renames it, or packs it when that is to be a zip file.
     *
     * @param time of the files in a zip, so that the same state gives the same bytes
     */
    static void finish(Path folder, Path target, Instant time, Bytes bytes) throws IOException {
        if (!isZip(target)) {
            Files.move(folder, target);
            return;
        }
        Path packed = folder.resolve("packed");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
            zip.setLevel(Deflater.BEST_SPEED);
            List<String> names = new ArrayList<>(sums(folder).keySet());
            names.add(SUMS);
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name).setLastModifiedTime(FileTime.from(time)));
                copy(folder.resolve(name), zip, bytes);
            }
        }
        Files.move(packed, target);
    }

    private static boolean isZip(Path file) {
        return file.toString().endsWith(ZIP);
    }

    /**
     * Copies a backup into {@code folder}, and verifies that it is what was written.
     *
     * @return what it is, by the names of {@code backup.txt}
     * @throws StoreException when it is not what was written, or no backup
     */
    static Map<String, String> unpack(Path backup, Path folder, Bytes bytes) throws IOException {
        take(backup, SUMS, folder);
        Map<String, String> sums = sums(folder);
        for (String name : sums.keySet()) {
            if (!ALL.contains(name)) {
                throw damaged(backup, SUMS + ": " + name);
            }
            take(backup, name, folder);
            if (!hash(folder.resolve(name), bytes).equals(sums.get(name))) {
                throw damaged(backup, name + " ≠ " + SUMS);
            }
        }
        Map<String, String> description = sums.containsKey(DESCRIPTION) ? description(folder) : Map.of();
        Set<String> wanted = "full".equals(description.get("kind")) ? ALL : Set.of(DESCRIPTION, JOURNAL);
        if (!sums.keySet().equals(wanted)) {
            throw damaged(backup, SUMS + ": " + sums.keySet());
        }
        return description;
    }

    private static Map<String, String> description(Path folder) throws IOException {
        Map<String, String> description = new TreeMap<>();
        Files.readString(folder.resolve(DESCRIPTION))
                .lines()
                .forEach(line -> description.put(line.replaceAll("=.*", ""), line.replaceAll("^[^=]*=", "")));
        return description;
    }

    private static void take(Path backup, String name, Path folder) throws IOException {
        Path target = folder.resolve(name);
        Files.createDirectories(Optional.ofNullable(target.getParent()).orElse(folder));
        if (Files.isDirectory(backup)) {
            Path file = backup.resolve(name);
            if (!Files.exists(file)) {
                throw damaged(backup, "– " + name);
            }
            Files.copy(file, target);
            return;
        }
        try (ZipFile zip = new ZipFile(backup.toFile())) {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw damaged(backup, "– " + name);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, target);
            }
        } catch (ZipException | EOFException e) {
            throw damaged(backup, String.valueOf(e.getMessage()));
        }
    }

    static StoreException damaged(Path backup, String what) {
        return new StoreException(new Text(
                backup + " は壊れているか、Musubiのバックアップではありません(" + what + ")。何も変更していません。別のバックアップを使ってください。",
                backup + " is damaged, or no backup of Musubi (" + what
                        + "). Nothing was changed; use another backup."));
    }

    private static Map<String, String> sums(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(SUMS), StandardCharsets.ISO_8859_1)) {
            String[] parts = line.split(" {2}", 2);
            if (parts.length == 2) {
                sums.put(parts[1], parts[0]);
            }
        }
        return sums;
    }

    private static String hash(Path file, Bytes bytes) throws IOException {
        MessageDigest digest = Hash.digest();
        copy(
                file,
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        digest.update((byte) b);
                    }

                    @Override
                    public void write(byte[] buffer, int from, int length) {
                        digest.update(buffer, from, length);
                    }
                },
                bytes);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void copy(Path file, OutputStream out, Bytes bytes) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.write(buffer, 0, read);
                bytes.read(read);
            }
        }
    }
}
