package io.musubi.web.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All pages of the guides, read once. */
final class DocsFolder {
    /** By name, then by language. */
    private final Map<String, Map<String, DocsPage>> pages = new TreeMap<>();

    /**
     * Reads {@code docs/} of a project; without such a folder there are no pages.
     *
     * @param base where this server is said to be
     * @throws UncheckedIOException when a file cannot be read
     */
    DocsFolder(Path home, String base) {
        List<DocsFile> files = files(home);
        Set<String> names = files.stream().map(DocsFile::name).collect(Collectors.toSet());
        for (DocsFile file : files) {
            DocsPage page = Markdown.page(file, read(home.resolve(file.path())), new Links(file, names, base));
            pages.computeIfAbsent(file.name(), name -> new TreeMap<>()).put(file.language(), page);
        }
    }

    private static List<DocsFile> files(Path home) {
        Path docs = home.resolve("docs");
        if (!Files.isDirectory(docs)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(docs)) {
            return all.map(path -> home.relativize(path).toString().replace('\\', '/'))
                    .flatMap(path -> DocsFile.of(path).stream())
                    .filter(file -> !file.name().isEmpty()) // docs/README.md is /docs for readers of files
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + docs + " cannot be read", e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The guide " + file + " cannot be read", e);
        }
    }

    /** A page, in the language where it is there. */
    Optional<DocsPage> page(String name, String language) {
        return Optional.ofNullable(pages.get(name)).map(each -> in(each, language));
    }

    private static DocsPage in(Map<String, DocsPage> each, String language) {
        return each.getOrDefault(language, each.values().iterator().next());
    }

    /** The guides for each kind of user: pages in both languages. */
    List<DocsPage> guides(String language) {
        return pages.values().stream()
                .filter(each -> each.size() == 2)
                .map(each -> in(each, language))
                .toList();
    }

    /** All other pages, but for those that the page of their folder lists. */
    List<DocsPage> reference() {
        return pages.entrySet().stream()
                .filter(each -> each.getValue().size() == 1)
                .filter(each -> !pages.containsKey(folder(each.getKey())))
                .map(each -> each.getValue().values().iterator().next())
                .toList();
    }

    private static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
    }
}
