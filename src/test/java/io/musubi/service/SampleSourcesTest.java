package io.musubi.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.model.SourceSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The folders under {@code samples/}: each a source that can be read and delivers something. */
final class SampleSourcesTest {
    private static final Path SAMPLES = Path.of(System.getProperty("musubi.home", "."), "samples");

    @TestFactory
    Stream<DynamicTest> eachFolderIsASource() throws IOException {
        return folders().stream()
                .map(folder -> DynamicTest.dynamicTest(folder.getFileName().toString(), () -> isSource(folder)));
    }

    @Test
    void thereAreSeveralAndOneIsAnAuthority() throws IOException {
        List<SourceSettings> sources = folders().stream()
                .map(folder -> SourceFile.read(folder.resolve(SourceFile.NAME)))
                .toList();

        assertThat(sources).hasSizeGreaterThanOrEqualTo(8);
        assertThat(sources.stream().filter(SourceSettings::isAuthority)).hasSize(1);
        assertThat(sources.stream().filter(SourceSettings::isComplete)).isNotEmpty();
    }

    private static void isSource(Path folder) throws IOException {
        SourceSettings settings = SourceFile.read(folder.resolve(SourceFile.NAME));

        assertThat(settings.id()).isEqualTo(folder.getFileName().toString());
        assertThat(settings.title().ja()).isNotBlank();
        assertThat(settings.title().en()).isNotBlank();
        assertThat(settings.licence()).isPresent();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.filter(file -> !file.endsWith(SourceFile.NAME))).isNotEmpty();
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(Files::isDirectory).sorted().toList();
        }
    }
}
