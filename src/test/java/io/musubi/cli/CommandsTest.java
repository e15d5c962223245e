package io.musubi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands as a user types them: output, JSON and exit codes. */
class CommandsTest {
    private static final Path SAMPLES = Path.of(System.getProperty("musubi.home", "."), "samples");

    @TempDir
    Path data;

    private record Ended(int code, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    private Ended run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of(more));
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        int code = line.execute(words.toArray(String[]::new));
        return new Ended(code, out.toString(), err.toString());
    }

    @Test
    void anIngestCountsEveryRecordOnce() throws IOException {
        Ended ended = run(
                "ingest --json --data",
                data.toString(),
                SAMPLES.resolve("kirishima-repository").toString());
        JsonNode json = ended.json();
        long sum = Stream.of("stored", "unchanged", "older", "duplicate", "setAside", "deleted", "purged", "unreadable")
                .mapToLong(it -> json.get(it).asLong())
                .sum();
        assertThat(json.get("read").asLong()).isEqualTo(sum).isPositive();
        assertThat(json.get("sources").get(0).get("source").asText()).isEqualTo("kirishima-repository");
        assertThat(ended.code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void aRehearsalServesASampleAndEnds() {
        Ended ended = run("rehearse --quiet");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void unreadableInputIsExitThreeAndTheRestIsStored() throws IOException {
        Path broken = data.resolve("broken.xml");
        Files.writeString(broken, "<jpcoar:jpcoar>");
        Ended ended = run(
                "ingest --json --data",
                data.resolve("store").toString(),
                SAMPLES.resolve("kirishima-repository").toString(),
                broken.toString());
        assertThat(ended.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(ended.json().get("unreadable").asLong()).isEqualTo(1);
        assertThat(ended.json().get("stored").asLong()).isPositive();
        assertThat(ended.json()
                        .get("sources")
                        .get(1)
                        .get("troubles")
                        .get(0)
                        .get("file")
                        .asText())
                .isEqualTo("broken.xml");
    }

    @Test
    void findingsAreExitOneAndSayWhatToDoInBothLanguages() throws IOException {
        run(
                "ingest --quiet --data",
                data.toString(),
                SAMPLES.resolve("kirishima-repository").toString());
        Ended ja = run("findings --lang ja --data", data.toString());
        Ended en = run("findings --lang en --data", data.toString());
        Ended json = run("findings --json --data", data.toString());
        assertThat(ja.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ja.out()).contains("期待").contains("対処");
        assertThat(en.out()).contains("expected").contains("remedy");
        for (JsonNode finding : json.json().get("findings")) {
            assertThat(finding.get("remedy").get("ja").asText()).isNotBlank();
            assertThat(finding.get("remedy").get("en").asText()).isNotBlank();
        }
    }

    @Test
    void checkNeedsNoStore() throws IOException {
        Ended ended = run(
                "check --json --data",
                data.toString(),
                SAMPLES.resolve("kirishima-report").toString());
        assertThat(ended.code()).isEqualTo(ExitCode.FINDINGS);
        assertThat(ended.json().get("read").asLong()).isPositive();
        try (var files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void explainShowsTheSourceOfEachTripleAndNothingUnread() throws IOException {
        Path file;
        try (var files = Files.list(SAMPLES.resolve("adio-rdm"))) {
            file = files.filter(it -> it.toString().endsWith(".json"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
        Ended ended = run("explain --json", file.toString());
        assertThat(ended.code()).isEqualTo(ExitCode.OK);
        JsonNode first = ended.json().get("records").get(0);
        assertThat(first.get("statements")).isNotEmpty();
        for (JsonNode statement : first.get("statements")) {
            assertThat(statement.get("mappingLine").asInt()).isPositive();
        }
        assertThat(first.get("unread")).isEmpty();
    }

    @Test
    void aQueryAnswersFromTheFolder() {
        run(
                "ingest --quiet --data",
                data.toString(),
                SAMPLES.resolve("kirishima-repository").toString());
        assertThat(run("query --data", data.toString(), "SELECT (COUNT(*) AS ?n) { ?s a ?t }")
                        .code())
                .isEqualTo(ExitCode.OK);
        Ended wrong = run("query --data", data.toString(), "SELECT ?n { ?s a }");
        assertThat(wrong.code()).isEqualTo(ExitCode.USAGE);
        assertThat(wrong.err()).contains("line 1");
    }

    @Test
    void doctorFindsTheStoreSound() {
        run(
                "ingest --quiet --data",
                data.toString(),
                SAMPLES.resolve("kirishima-repository").toString());
        Ended ended = run("doctor --data", data.toString());
        assertThat(ended.out()).contains("sound");
        assertThat(ended.code()).isEqualTo(ExitCode.OK);
        assertThat(run("rebuild --quiet --data", data.toString()).code()).isEqualTo(ExitCode.OK);
        assertThat(run("doctor --data", data.toString()).code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void cannotLinkTellsWhatItExpected() {
        run(
                "ingest --quiet --data",
                data.toString(),
                SAMPLES.resolve("kirishima-repository").toString());
        Ended ended = run("identity cannot-link --data", data.toString(), "person/orcid/nobody", "elsewhere");
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).contains("person/orcid/nobody").contains("expected");
    }

    @Test
    void aMissingFileIsNamed() {
        Ended ended = run("ingest --data", data.toString(), "no-such-file.xml");
        assertThat(ended.code()).isEqualTo(ExitCode.UNREADABLE);
        assertThat(ended.err()).contains("no-such-file.xml");
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        run(
                "ingest --quiet --data",
                data.toString(),
                SAMPLES.resolve("kirishima-repository").toString());
        try (java.net.ServerSocket taken = new java.net.ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Ended ended = run("serve --data", data.toString(), "--port", String.valueOf(taken.getLocalPort()));
            assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
            assertThat(ended.err()).contains("Port " + taken.getLocalPort()).contains("--port");
        }
    }

    @TestFactory
    Stream<DynamicTest> everyCommandHelpsWithAnExample() {
        return Main.commandLine().getSubcommands().keySet().stream()
                .filter(it -> !it.equals("help"))
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    Ended ended = run(name + " --help");
                    assertThat(ended.code()).isZero();
                    assertThat(ended.out()).contains("Example: musubi " + name);
                }));
    }
}
