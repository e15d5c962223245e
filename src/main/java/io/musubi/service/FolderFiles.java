package io.musubi.service;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The files of a delivery, links followed. What cannot be looked at (a loop of links, one that leads nowhere, a folder
 * without permission) hides none of the others.
 *
 * @param root what was delivered
 * @param files in the order of their names; without {@code source.yaml} and names that begin with a dot
 * @param failed what cannot be looked at, and why
 */
record FolderFiles(Path root, List<Path> files, Map<Path, IOException> failed) {

    /** Those of a folder; a file stands for itself. */
    static FolderFiles of(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return new FolderFiles(path, List.of(path), Map.of());
        }
        List<Path> files = new ArrayList<>();
        Map<Path, IOException> failed = new TreeMap<>();
        Files.walkFileTree(
                path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                        return folder.equals(path) || isMeant(folder)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (isMeant(file)) {
                            files.add(file);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException why) {
                        failed.put(file, why);
                        return FileVisitResult.CONTINUE;
                    }
                });
        files.sort(null);
        return new FolderFiles(path, files, failed);
    }

    /** The file's name, as from the folder that was delivered. */
    String name(Path file) {
        return file.equals(root)
                ? String.valueOf(file.getFileName())
                : root.relativize(file).toString();
    }

    private static boolean isMeant(Path path) {
        String name = String.valueOf(path.getFileName());
        return !name.startsWith(".") && !name.equals(SourceFile.NAME);
    }
}
