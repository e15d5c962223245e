package io.musubi.web.docs;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * Where the links of one file lead when it is served. A file links to other files of the project relative to itself, and
 * to pages of the server at {@code http://localhost:8080/}, so that its links also hold where it is read as a file.
 */
final class Links {
    /** Where a server is when nobody says otherwise; the guides are written for it. */
    static final String WRITTEN_FOR = "http://localhost:8080/";

    private final DocsFile from;
    private final Set<String> served;
    private final String base;

    /**
     * @param served the names of all pages
     * @param base where this server is said to be
     */
    Links(DocsFile from, Set<String> served, String base) {
        this.from = from;
        this.served = served;
        this.base = base;
    }

    /** The address to link to; empty when it leads to a file that is not served. */
    Optional<String> href(String destination) {
        if (destination.startsWith(WRITTEN_FOR)) {
            return Optional.of(from.up() + destination.substring(WRITTEN_FOR.length()));
        }
        if (destination.matches("(?s)[a-z]+:.*|#.*")) {
            return Optional.of(destination);
        }
        return DocsFile.of(file(destination))
                .map(DocsFile::name)
                .filter(served::contains)
                .map(name ->
                        from.up() + (name.isEmpty() ? "docs" : "docs/" + name) + destination.replaceFirst("[^#]*", ""));
    }

    /** The path in the project of the file that a link names. */
    String file(String destination) {
        return URI.create("/" + from.path())
                .resolve(destination.replaceFirst("#.*", ""))
                .getPath()
                .substring(1);
    }

    /** The address of a query in the editor. */
    String query(String text) {
        return from.up() + "query?query=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Text with addresses of this server in place of those that the guides are written for. */
    String here(String text) {
        return text.replace(WRITTEN_FOR, base);
    }
}
