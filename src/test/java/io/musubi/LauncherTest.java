package io.musubi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the launcher {@code musubi} in a project of its own with Javas and a Maven that only write down how they were
 * called: nothing that is installed on this machine is found, but for the few tools that the launcher names.
 */
final class LauncherTest {
    private static final List<String> TOOLS =
            List.of("sed", "head", "dirname", "readlink", "find", "date", "sleep", "mkdir", "rm", "mv", "cksum");

    @TempDir
    private Path dir;

    private Path project;
    private Path jvms;
    private Path bin;
    private Path log;

    @BeforeEach
    void layProject() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        project = Files.createDirectories(dir.resolve("a project"));
        jvms = Files.createDirectories(dir.resolve("jvm"));
        bin = Files.createDirectories(dir.resolve("bin"));
        log = dir.resolve("log");
        Path home = Path.of(System.getProperty("musubi.home", "."));
        Files.copy(home.resolve("musubi"), project.resolve("musubi"));
        executable(project.resolve("musubi"));
        Files.createDirectories(project.resolve("target/lib"));
        Files.writeString(project.resolve("target/musubi.jar"), "");
        for (String tool : TOOLS) {
            executable(Files.writeString(bin.resolve(tool), "#!/bin/sh\nexec %s \"$@\"\n".formatted(which(tool))));
        }
    }

    @Test
    void takesTheNewestJavaAndPassesTheArgumentsOn() throws Exception {
        java("a-17", "17.0.9");
        java("b-25", "25.0.1");
        java("c-21", "21.0.4");

        Outcome outcome = run(Map.of(), "ingest", "two words.csv", "");

        assertThat(outcome.code()).isZero();
        assertThat(log()).startsWith("b-25");
        assertThat(log())
                .contains("-XX:+ExitOnOutOfMemoryError", "-Dmusubi.home=" + project.toRealPath(), "two words.csv");
        assertThat(log().lines().skip(1)).endsWith("ingest", "two words.csv", "");
    }

    @Test
    void givesEachJavaOnlyTheOptionsItKnows() throws Exception {
        java("jdk-21", "21.0.4");

        run(Map.of("MUSUBI_JAVA_OPTS", "-Xmx8g -Dx=y"), "sources");

        assertThat(log()).doesNotContain("native-access", "unsafe");
        assertThat(log()).contains("\n-Xmx8g\n-Dx=y\n-cp\n");
    }

    @Test
    void whatEndsByItselfCollectsForThroughput() throws Exception {
        java("jdk-21", "21.0.4");
        run(Map.of(), "sources");
        assertThat(log()).contains("-XX:+UseParallelGC");
        run(Map.of("MUSUBI_JAVA_OPTS", "-XX:+UseZGC"), "sources");
        assertThat(log()).contains("-XX:+UseZGC").doesNotContain("Parallel");
    }

    @Test
    void whatServesAlsoWhereThatIsMeasuredKeepsItsPausesShort() throws Exception {
        java("jdk-21", "21.0.4");
        run(Map.of(), "bench", "ingest");
        assertThat(log()).contains("-XX:+UseParallelGC");
        for (String measured : List.of("serve", "change")) {
            run(Map.of(), "bench", measured, "--records", "10");
            assertThat(log().lines()).endsWith("bench", measured, "--records", "10");
            assertThat(log()).contains("-XX:+ExplicitGCInvokesConcurrent").doesNotContain("Parallel");
        }
    }

    @Test
    void anExplicitJavaGoesFirst() throws Exception {
        java("jdk-25", "25.0.1");
        Path own = java("own", "21.0.1");

        run(Map.of("MUSUBI_JAVA_HOME", own.toString()), "sources");
        assertThat(log()).startsWith("own");

        run(Map.of("JAVA_HOME", own.toString()), "sources");
        assertThat(log()).startsWith("own");
    }

    @Test
    void passesOverAnOldJavaHome() throws Exception {
        java("jdk-25", "25.0.1");
        Path old = java("old", "17.0.9");

        Outcome outcome = run(Map.of("JAVA_HOME", old.toString()), "sources");

        assertThat(outcome.code()).isZero();
        assertThat(log()).startsWith("jdk-25");
    }

    @Test
    void findsAJavaOnThePath() throws Exception {
        Path hidden = java("../elsewhere", "23");
        Files.createSymbolicLink(bin.resolve("java"), hidden.resolve("bin/java"));

        assertThat(run(Map.of(), "sources").code()).isZero();
        assertThat(log()).contains("elsewhere");
    }

    @Test
    void saysInBothLanguagesWhatToInstall() throws Exception {
        java("jdk-17", "17.0.9");

        Outcome outcome = run(Map.of(), "sources");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.text()).contains("21 以降が見つかりません", "No Java (JRE/JDK) 21 or newer was found", "apt install");
        assertThat(log).doesNotExist();
    }

    @Test
    void namesAnExplicitJavaThatIsTooOld() throws Exception {
        Path old = java("old", "17.0.9");
        java("jdk-25", "25.0.1");

        Outcome outcome = run(Map.of("MUSUBI_JAVA_HOME", old.toString()), "sources");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.text()).contains("MUSUBI_JAVA_HOME=" + old);
    }

    @Test
    void worksThroughASymbolicLinkAndFromAnyFolder() throws Exception {
        java("jdk-25", "25.0.1");
        Path link = Files.createSymbolicLink(bin.resolve("mu"), Path.of("../a project/musubi"));

        Outcome outcome = run(link, Map.of(), dir, "sources");

        assertThat(outcome.code()).isZero();
        assertThat(log()).contains("-Dmusubi.home=" + project.toRealPath());
    }

    @Test
    void keepsTheProgramsExitCode() throws Exception {
        java("jdk-25", "25.0.1", "exit 3");

        assertThat(run(Map.of(), "ingest").code()).isEqualTo(3);
        assertThat(run(Map.of(), "ingest", "serve").code()).isEqualTo(3);
    }

    @Test
    void buildsOnlyWhatIsOlderThanItsSources() throws Exception {
        java("jdk-25", "25.0.1");
        maven("exit 0");
        Files.createDirectories(project.resolve("src/main/java"));
        Path source = Files.writeString(project.resolve("src/main/java/A.java"), "");
        Files.writeString(project.resolve("pom.xml"), "");
        age(
                project.resolve("pom.xml"),
                source,
                source.getParent(),
                source.getParent().getParent());

        assertThat(run(Map.of(), "sources").text()).isEmpty();

        Files.writeString(source, "changed");
        Outcome built = run(Map.of(), "sources");
        assertThat(built.text()).contains("組み立てています", "Building the program");
        assertThat(Files.readString(dir.resolve("maven"))).contains("package", "jdk-25");
        assertThat(log().lines()).as("a build ends with a rehearsal").containsSubsequence("rehearse", "sources");

        Outcome again = run(Map.of(), "sources");
        assertThat(again.text()).as("built though nothing changed").isEmpty();
    }

    @Test
    void aStartUsesTheNotesOfARehearsalOfTheSameProgram() throws Exception {
        java("jdk-25", "25.0.1", "for it; do case $it in -XX:AOTCacheOutput=*) : > \"${it#*=}\";; esac; done");
        maven("exit 0");

        assertThat(run(Map.of(), "rehearse").text()).contains("速くする準備", "faster starts");
        assertThat(log()).contains("-XX:AOTCacheOutput=", "\nrehearse\n");
        run(Map.of(), "sources");
        assertThat(log()).contains("-XX:AOTCache=" + project.toRealPath().resolve("target/musubi-"));

        Files.writeString(project.resolve("target/musubi.jar"), "another program");
        run(Map.of(), "sources");
        assertThat(log()).as("notes of what was there before").doesNotContain("AOT");

        run(Map.of(), "rehearse");
        run(Map.of(), "sources");
        assertThat(log()).contains("-XX:AOTCache=");
    }

    @Test
    void aRehearsalThatFailsIsNotMissed() throws Exception {
        java("jdk-25", "25.0.1", "case $* in *rehearse) exit 1;; esac");
        Files.writeString(project.resolve("target/musubi-1-1.aot"), "of an older program");

        Outcome failed = run(Map.of(), "rehearse");
        assertThat(failed.code()).isZero();
        assertThat(failed.text()).contains("準備できませんでした", "starts only take longer");
        run(Map.of(), "sources");

        assertThat(log()).doesNotContain("AOT");
        assertThat(project.resolve("target/musubi-1-1.aot")).doesNotExist();
    }

    @Test
    void anOlderJavaKeepsNoNotes() throws Exception {
        java("jdk-21", "21.0.4");

        assertThat(run(Map.of(), "rehearse").text()).isEmpty();

        assertThat(log).doesNotExist();
    }

    @Test
    void saysThatABuildFailed() throws Exception {
        java("jdk-25", "25.0.1");
        maven("echo 'no network'; exit 1");
        Files.delete(project.resolve("target/musubi.jar"));

        Outcome outcome = run(Map.of(), "sources");

        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.text()).contains("no network", "組み立てに失敗しました", "The build failed");
        assertThat(log).doesNotExist();
    }

    @Test
    void runsTheTestsOnTheNewestJdk() throws Exception {
        java("jdk-17", "17.0.9");
        java("jdk-25", "25.0.1");
        maven("exit 7");

        Outcome outcome = run(Map.of(), "test", "-Dtest=A");

        assertThat(outcome.code()).isEqualTo(7);
        assertThat(Files.readString(dir.resolve("maven"))).contains("jdk-25", "verify", "-Dtest=A");
    }

    @Test
    void startsAServerAgainWhenItsMemoryWasFull() throws Exception {
        String failsOnce = "[ -f '%1$s/failed' ] && exit 0; : > '%1$s/failed'; exit 3".formatted(dir);
        java("jdk-25", "25.0.1", failsOnce);

        Outcome outcome = run(Map.of(), "--data", "here", "serve", "--port", "0");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.text()).contains("再起動します", "starting again");
        assertThat(log().lines().filter("serve"::equals)).hasSize(2);
    }

    @Test
    void startsAServerAgainThatAsksForIt() throws Exception {
        String asksOnce = "[ -f '%1$s/asked' ] && exit 0; : > '%1$s/asked'; exit 75".formatted(dir);
        java("jdk-25", "25.0.1", asksOnce);

        Outcome outcome = run(Map.of(), "serve");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.text()).doesNotContain("Out of memory");
        assertThat(log().lines().filter("serve"::equals)).hasSize(2);
    }

    @Test
    void givesUpWhenMemoryIsFullAgainAndAgain() throws Exception {
        executable(Files.writeString(bin.resolve("sleep"), "#!/bin/sh\n"));
        java("jdk-25", "25.0.1", "exit 3");

        Outcome outcome = run(Map.of(), "demo");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.text()).contains("MUSUBI_JAVA_OPTS=-Xmx");
        assertThat(log().lines().filter("demo"::equals)).hasSize(5);
    }

    @Test
    void leavesAServerThatFailsForOtherReasons() throws Exception {
        java("jdk-25", "25.0.1", "exit 1");

        assertThat(run(Map.of(), "serve").code()).isEqualTo(1);
        assertThat(log().lines().filter("serve"::equals)).hasSize(1);
    }

    @Test
    void endsAServerCleanlyWhenAsked() throws Exception {
        for (String signal : List.of("INT", "TERM")) {
            Files.deleteIfExists(log);
            java(
                    "jdk-25",
                    "25.0.1",
                    "trap 'echo ended >> \"%s\"; exit 143' TERM; while :; do sleep 0.05; done".formatted(log));
            Process process = start(project.resolve("musubi"), Map.of(), project, "serve");
            await(() -> Files.exists(log) && log().contains("serve"));

            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();

            assertThat(process.waitFor(20, TimeUnit.SECONDS)).as(signal).isTrue();
            assertThat(process.exitValue()).as(signal).isZero();
            assertThat(log()).as(signal).endsWith("ended\n");
        }
    }

    @Test
    void leavesTheServerItsInput() throws Exception {
        java("jdk-25", "25.0.1", "read line; echo \"read $line\" >> '%s'".formatted(log));
        Process process = start(project.resolve("musubi"), Map.of(), project, "demo");
        process.getOutputStream().write("typed\n".getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(log()).endsWith("read typed\n");
    }

    private record Outcome(int code, String text) {}

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        return run(project.resolve("musubi"), environment, project, arguments);
    }

    private Outcome run(Path launcher, Map<String, String> environment, Path from, String... arguments)
            throws Exception {
        Files.deleteIfExists(log);
        Process process = start(launcher, environment, from, arguments);
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), text);
    }

    private Process start(Path launcher, Map<String, String> environment, Path from, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
        builder.redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("MUSUBI_JVM_DIR", jvms.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** A Java that writes its name and arguments down, one on a line, and then does {@code then}. */
    private Path java(String name, String version, String... then) throws IOException {
        Path home = jvms.resolve(name).normalize();
        Files.createDirectories(home.resolve("bin"));
        String script = """
                #!/bin/sh
                if [ "$1" = -version ]; then echo 'openjdk version "%s" 2026-01-01' >&2; exit; fi
                echo '%s' >> '%s'
                for argument; do printf '%%s\\n' "$argument" >> '%3$s'; done
                %s
                """.formatted(version, name, log, String.join("\n", then));
        for (String tool : List.of("java", "javac")) {
            Files.writeString(home.resolve("bin").resolve(tool), script);
            executable(home.resolve("bin").resolve(tool));
        }
        return home;
    }

    /** A Maven that writes its arguments and its Java down and then does {@code then}. */
    private void maven(String then) throws IOException {
        Path maven = bin.resolve("mvn");
        Files.writeString(
                maven, "#!/bin/sh\necho \"$JAVA_HOME $*\" >> '%s'\n%s\n".formatted(dir.resolve("maven"), then));
        executable(maven);
    }

    private String log() throws IOException {
        return Files.readString(log);
    }

    private static void executable(Path file) {
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void age(Path... files) throws IOException {
        for (Path file : files) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
        }
    }

    private static Path which(String tool) {
        for (String folder : List.of("/usr/bin", "/bin")) {
            Path candidate = Path.of(folder, tool);
            if (Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("this machine has no " + tool);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private static void await(Condition condition) throws Exception {
        Instant end = Instant.now().plusSeconds(20);
        while (!condition.holds()) {
            assertThat(Instant.now()).as("waited too long").isBefore(end);
            Thread.sleep(20);
        }
    }
}
