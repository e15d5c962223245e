package io.musubi.web.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files of {@code src/test/resources/docs/docs} become the pages of {@code expected}; {@code -Dupdate=true} writes
 * these anew.
 */
class DocsFolderTest {
    private static final Path HOME = Path.of(System.getProperty("musubi.home", "."), "src/test/resources/docs");
    private static final DocsFolder FOLDER = new DocsFolder(HOME, "https://data.example/graph/");

    @TestFactory
    Stream<DynamicTest> pages() {
        return Stream.of("user.en", "user.ja", "folder.en", "folder/page.en")
                .map(name -> DynamicTest.dynamicTest(name, () -> check(name)));
    }

    private static void check(String name) throws IOException {
        int dot = name.lastIndexOf('.');
        DocsPage page =
                FOLDER.page(name.substring(0, dot), name.substring(dot + 1)).orElseThrow();
        String sections = page.contents().stream()
                .map(it -> it.id() + " = " + it.title() + "\n")
                .collect(Collectors.joining());
        String actual = page.title() + "\n" + page.summary() + "\n" + sections + "--\n" + page.html();
        Path expected = HOME.resolve("expected").resolve(name.replace('/', '-') + ".html");
        if (Boolean.getBoolean("update")) {
            Files.writeString(expected, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(expected));
    }

    @Test
    void aPageInOneLanguageIsShownInThatOne() {
        assertThat(FOLDER.page("alone", "ja").orElseThrow().language()).isEqualTo("en");
        assertThat(FOLDER.page("user", "ja").orElseThrow().language()).isEqualTo("ja");
    }

    @Test
    void whatIsNoPageIsNotThere() {
        for (String name : List.of("", "README", "nothing", "../docs/alone", "alone.md", "user.ja")) {
            assertThat(FOLDER.page(name, "en")).as(name).isEmpty();
        }
    }

    @Test
    void guidesAreInBothLanguagesAndTheRestIsReference() {
        assertThat(FOLDER.guides("ja")).extracting(DocsPage::title).containsExactly("利用者へ");
        assertThat(FOLDER.guides("en")).extracting(DocsPage::name).containsExactly("user");
        assertThat(FOLDER.reference()).extracting(DocsPage::name).containsExactly("alone", "folder");
    }

    @Test
    void withoutAFolderThereAreNoPages(@TempDir Path home) {
        DocsFolder none = new DocsFolder(home, "https://data.example/");
        assertThat(none.guides("en")).isEmpty();
        assertThat(none.reference()).isEmpty();
    }
}
