package io.musubi.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.musubi.model.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that all commands share, and the way they speak: results on standard output, all else on standard error. */
final class Console {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final Duration QUIET_FOR = Duration.ofMillis(200);
    private static final Duration PLAIN_EVERY = Duration.ofSeconds(5);
    private static final int BAR = 30;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(names = "--data", paramLabel = "DIR", description = "Data folder (default: $MUSUBI_DATA, else ./data).")
    private Optional<Path> data =
            Optional.ofNullable(System.getenv("MUSUBI_DATA")).map(Path::of);

    @Option(names = "--quiet", description = "No progress, no summary.")
    private boolean isQuiet;

    @Option(names = "--json", description = "One JSON object on standard output.")
    private boolean isJson;

    @Option(
            names = "--lang",
            paramLabel = "ja|en",
            description = "Language of messages (default: that of the terminal).")
    private String language = Locale.getDefault().getLanguage().equals("ja") ? "ja" : "en";

    private long spokenAt;
    private boolean isBarShown;

    Path data() {
        return data.orElse(Path.of("data"));
    }

    boolean isDataGiven() {
        return data.isPresent();
    }

    boolean isJson() {
        return isJson;
    }

    String language() {
        return language;
    }

    String say(Text text) {
        return text.in(language);
    }

    String say(String ja, String en) {
        return language.startsWith("ja") ? ja : en;
    }

    /** Where the result goes. */
    PrintWriter writer() {
        return spec.commandLine().getOut();
    }

    /** A line of the result. */
    void out(String line) {
        PrintWriter out = writer();
        out.println(line);
        out.flush();
    }

    /** The result as one JSON object. */
    void json(Object value) {
        try {
            out(JSON.writeValueAsString(value));
        } catch (IOException e) {
            throw new IllegalStateException("The result has no JSON form: " + e.getMessage(), e);
        }
    }

    /** A line beside the result: what is being done. */
    void note(String line) {
        if (!isQuiet) {
            clearBar();
            spec.commandLine().getErr().println(line);
            spec.commandLine().getErr().flush();
        }
    }

    /** How far a long step is: a bar on a terminal, a line now and then elsewhere. */
    synchronized void progress(String what, long done, long total) {
        long now = System.nanoTime();
        boolean isTerminal = Boolean.getBoolean("musubi.terminal"); // the launcher knows
        Duration pause = isTerminal ? QUIET_FOR : PLAIN_EVERY;
        if (isQuiet || (now - spokenAt < pause.toNanos() && done < total) || (!isTerminal && done >= total)) {
            return;
        }
        spokenAt = now;
        PrintWriter err = spec.commandLine().getErr();
        String share = total > 0 ? String.format(Locale.ROOT, "%3d %%", Math.min(100, done * 100 / total)) : "" + done;
        if (isTerminal) {
            int full = total > 0 ? (int) Math.min(BAR, done * BAR / total) : 0;
            err.print("\r\u001b[K[" + "#".repeat(full) + "-".repeat(BAR - full) + "] " + share + "  " + what);
            isBarShown = true;
        } else {
            err.println(what + ": " + share);
        }
        err.flush();
    }

    private synchronized void clearBar() {
        if (isBarShown) {
            spec.commandLine().getErr().print("\r\u001b[K");
            isBarShown = false;
        }
    }
}
