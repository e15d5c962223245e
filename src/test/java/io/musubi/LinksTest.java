package io.musubi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Each link from a page of the project to a file of the project leads somewhere. */
final class LinksTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."));
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|mailto:|#)([^)#\\s]+)[^)]*\\)");

    @TestFactory
    Stream<DynamicTest> linksLeadSomewhere() throws IOException {
        List<Path> pages = pages();
        assertThat(pages).contains(HOME.resolve("README.md")).hasSizeGreaterThan(8);
        return pages.stream()
                .map(page -> DynamicTest.dynamicTest(HOME.relativize(page).toString(), () -> check(page)));
    }

    private static void check(Path page) throws IOException {
        Matcher link = LINK.matcher(Files.readString(page));
        while (link.find()) {
            assertThat(page.resolveSibling(link.group(1)).normalize())
                    .as("the link in %s", page)
                    .exists();
        }
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> top = Files.list(HOME);
                Stream<Path> docs = Files.walk(HOME.resolve("docs"));
                Stream<Path> samples = Files.list(HOME.resolve("samples"));
                Stream<Path> mappings = Files.walk(HOME.resolve("mappings"))) {
            return Stream.of(top, docs, samples, mappings)
                    .flatMap(files -> files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }
}
