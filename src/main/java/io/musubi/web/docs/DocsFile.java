package io.musubi.web.docs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a path of a file says of its page.
 *
 * @param path of the file in the project: {@code docs/analyst.ja.md}
 * @param name of the page: {@code analyst}; empty for {@code docs/README.md}
 * @param language {@code ja} or {@code en}
 * @param hasTwin whether there should be the same page in the other language
 */
record DocsFile(String path, String name, String language, boolean hasTwin) {
    private static final String FOLDER = "docs/";
    private static final Pattern FILE = Pattern.compile("(.+?)(?:\\.(ja|en))?\\.md");

    /** The page of a file; empty when it is none of the guides. */
    static Optional<DocsFile> of(String path) {
        Matcher file = FILE.matcher(path.startsWith(FOLDER) ? path.substring(FOLDER.length()) : "");
        if (!file.matches()) {
            return Optional.empty();
        }
        // A README is the page of its folder.
        String name = file.group(1).replaceFirst("(^|/)README$", "");
        return Optional.of(
                new DocsFile(path, name, file.group(2) == null ? "en" : file.group(2), file.group(2) != null));
    }

    /** The way from the page to the base: {@code ../} for a page directly below {@code /docs/}. */
    String up() {
        return "../".repeat((int) name.chars().filter(c -> c == '/').count() + 1);
    }
}
