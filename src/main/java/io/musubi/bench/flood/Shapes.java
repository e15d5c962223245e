package io.musubi.bench.flood;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The hostile queries of {@code queries/hostile/*.rq}. In them {@code %{40:text}%} stands for forty times that text, in
 * which {@code %i} is the number of the turn, from zero, and {@code %j} the next.
 */
public final class Shapes {
    private static final Pattern REPEATED = Pattern.compile("%\\{(\\d+):(.*?)}%", Pattern.DOTALL);
    private static final String ENDING = ".rq";

    private Shapes() {}

    /** All of them, by name, as the project's folder {@code home} has them. */
    public static List<Asked> read(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("queries/hostile"))) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .map(Shapes::shape)
                    .toList();
        }
    }

    private static Asked shape(Path file) {
        String name = file.getFileName().toString();
        try {
            return new Asked(name.substring(0, name.length() - ENDING.length()), written(Files.readString(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** A template with its repetitions written out. */
    static String written(String template) {
        return REPEATED.matcher(template)
                .replaceAll(
                        found -> Matcher.quoteReplacement(repeated(Integer.parseInt(found.group(1)), found.group(2))));
    }

    private static String repeated(int times, String text) {
        return IntStream.range(0, times)
                .mapToObj(i -> text.replace("%i", "" + i).replace("%j", "" + (i + 1)))
                .collect(Collectors.joining());
    }
}
