package io.musubi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the guides say holds on the samples: each command ({@code sh}) runs, each query ({@code sparql}) has answers, each
 * link into the server leads to a page. {@link GuideBlock} says how a guide tells what must come out.
 */
final class GuidesTest {

    private static final boolean IS_CURL_HERE = Stream.of(System.getenv("PATH").split(File.pathSeparator))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "curl")));

    @TempDir
    static Path folder;

    private static Demo demo;

    @BeforeAll
    static void startTheDemo() throws IOException {
        demo = Demo.start(folder.resolve("demo-data"));
    }

    @AfterAll
    static void endTheDemo() {
        demo.close();
    }

    @TestFactory
    Stream<DynamicContainer> guides() throws IOException {
        List<String> names;
        try (Stream<Path> docs = Files.list(Demo.HOME.resolve("docs"))) {
            names = docs.map(each -> each.getFileName().toString())
                    .filter(name -> name.matches(".+\\.(ja|en)\\.md"))
                    .sorted()
                    .toList();
        }
        for (String user : List.of("analyst", "harvester", "policymaker", "steward")) {
            assertThat(names).contains(user + ".ja.md", user + ".en.md");
        }
        return names.stream().map(GuidesTest::guide);
    }

    private static DynamicContainer guide(String name) {
        try {
            String text = Files.readString(Demo.HOME.resolve("docs").resolve(name));
            Path desk = desk(name);
            Stream<DynamicTest> blocks = GuideBlock.in(text).stream()
                    .map(block -> DynamicTest.dynamicTest(block.name(), () -> run(block, desk)));
            Stream<DynamicTest> links = GuideBlock.links(text).stream()
                    .map(link -> DynamicTest.dynamicTest(
                            "/" + link,
                            () -> assertThat(demo.get(link, "Accept", "text/html")
                                            .statusCode())
                                    .isEqualTo(200)));
            return DynamicContainer.dynamicContainer(name, Stream.concat(blocks, links));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that looks like the project's to who works in it. {@code localhost:8080} is where the demo is. */
    private static Path desk(String name) throws IOException {
        Path desk = Files.createDirectories(folder.resolve(name));
        Demo.launcher(desk);
        copy(Demo.HOME.resolve("samples"), desk.resolve("samples"));
        Files.createSymbolicLink(desk.resolve("demo-data"), demo.data());
        Files.writeString(desk.resolve(".curlrc"), "connect-to = \"localhost:8080:localhost:" + demo.port() + "\"\n");
        return desk;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private static void run(GuideBlock block, Path desk) throws IOException, InterruptedException {
        switch (block.language()) {
            case "sh" -> shell(block, desk);
            case "sparql" -> query(block);
            default -> throw new AssertionError("A guide has no blocks of '" + block.language() + "'");
        }
    }

    private static void shell(GuideBlock block, Path desk) throws IOException, InterruptedException {
        assumeTrue(!block.text().contains("curl ") || IS_CURL_HERE, "No curl");
        Path out = Files.createTempFile(desk, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", block.text())
                .directory(desk.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().remove("MUSUBI_DATA");
        builder.environment().putAll(Map.of("CURL_HOME", desk.toString(), "LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("it ends").isTrue();
        String said = Files.readString(out);
        assertThat(said).isNotBlank().contains(block.expected());
        assertThat(process.exitValue()).as(said).isEqualTo(block.exitCode());
    }

    private static void query(GuideBlock block) {
        HttpResponse<String> answer = demo.get(
                "sparql?query=" + URLEncoder.encode(block.text(), StandardCharsets.UTF_8),
                "Accept",
                "text/csv, text/turtle;q=0.5");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body().lines().count()).as(answer.body()).isGreaterThan(1);
        assertThat(answer.body().replace("\r\n", "\n")).contains(block.expected());
    }
}
