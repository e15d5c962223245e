package io.musubi.indicator;

import io.musubi.model.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Reads the folder of one indicator. */
final class IndicatorReader {
    static final String FILE = "indicator.yaml";
    static final String QUERY = "indicator.rq";
    static final String TABLE = "reference.csv";

    /** Parameters of the door, which no dimension may be called. */
    private static final Set<String> RESERVED = Set.of("records", "format", "lang", "page", "bom");

    private static final Set<String> KEYS = Set.of(
            "id",
            "place",
            "title",
            "definition",
            "counted",
            "date",
            "caveats",
            "dimensions",
            "measures",
            "shares",
            "total",
            "chart",
            "reference");

    private final Path folder;
    private final YamlPart root;
    private final List<Dimension> dimensions = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();

    private IndicatorReader(Path folder) {
        this.folder = folder;
        this.root = YamlPart.read(folder.resolve(FILE)).only(KEYS);
    }

    /**
     * Reads {@code folder}.
     *
     * @throws IllegalArgumentException naming file, key, what was expected and what was found
     */
    static Indicator read(Path folder) {
        return new IndicatorReader(folder).indicator();
    }

    private Indicator indicator() {
        String id = root.get("id").text();
        if (!id.equals(String.valueOf(folder.getFileName())) || !id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw root.get("id")
                    .wrong("the folder's name '" + folder.getFileName()
                            + "', of lower-case letters, digits and hyphens");
        }
        if (root.get("dimensions").isThere()) {
            root.get("dimensions").entries().forEach((name, part) -> dimensions.add(dimension(name, part)));
        }
        root.get("measures").entries().forEach((name, part) -> measures.add(measure(name, part)));
        List<Share> shares =
                root.get("shares").members().stream().map(this::share).toList();
        Basis basis = basis();
        Optional<Reference> reference = reference();
        if (basis instanceof ReferenceTable && reference.isEmpty()) {
            throw root.get("reference").wrong("the source of " + TABLE + ": { title, date }");
        }
        return new Indicator(
                id,
                root.get("place").number(1_000),
                root.get("title").bothLanguages(),
                root.get("definition").bothLanguages(),
                root.get("counted").bothLanguages(),
                root.get("date").bothLanguages(),
                root.get("caveats").members().stream()
                        .map(YamlPart::bothLanguages)
                        .toList(),
                dimensions,
                measures,
                shares,
                !root.get("total").isThere() || root.get("total").flag(),
                chart(basis, shares),
                reference,
                basis);
    }

    private Dimension dimension(String name, YamlPart part) {
        part.only(Set.of("label", "none", "values", "sdmx"));
        if (RESERVED.contains(name)) {
            throw part.wrong("another name: " + RESERVED + " are parameters of the page");
        }
        return new Dimension(
                name,
                part.get("label").bothLanguages(),
                part.get("none").isThere() ? part.get("none").bothLanguages() : new Text("記載なし", "Not stated"),
                part.get("values").members().stream()
                        .map(IndicatorReader::known)
                        .toList(),
                part.get("sdmx").maybe());
    }

    private static Dimension.Known known(YamlPart part) {
        part.only(Set.of("match", "label"));
        try {
            Pattern match = Pattern.compile(part.get("match").text());
            Optional<Text> label =
                    part.get("label").isThere() ? Optional.of(part.get("label").bothLanguages()) : Optional.empty();
            return new Dimension.Known(match, label);
        } catch (PatternSyntaxException e) {
            throw part.get("match").wrong("a regular expression (" + e.getDescription() + ")");
        }
    }

    private static Measure measure(String name, YamlPart part) {
        part.only(Set.of("label", "unit", "persons"));
        return new Measure(
                name,
                part.get("label").bothLanguages(),
                part.get("unit").bothLanguages(),
                part.get("persons").flag());
    }

    private Share share(YamlPart part) {
        part.only(Set.of("id", "label", "numerator", "denominator", "unknown"));
        return new Share(
                part.get("id").text(),
                part.get("label").bothLanguages(),
                measureName(part.get("numerator")),
                measureName(part.get("denominator")),
                part.get("unknown").isThere() ? Optional.of(measureName(part.get("unknown"))) : Optional.empty());
    }

    private String measureName(YamlPart part) {
        return oneOf(part, measures.stream().map(Measure::name).toList());
    }

    private String dimensionName(YamlPart part) {
        return oneOf(part, dimensions.stream().map(Dimension::name).toList());
    }

    private static String oneOf(YamlPart part, List<String> names) {
        if (!names.contains(part.text())) {
            throw part.wrong("one of " + String.join(", ", names));
        }
        return part.text();
    }

    private Chart chart(Basis basis, List<Share> shares) {
        YamlPart part = root.get("chart").only(Set.of("kind", "by", "series", "measure"));
        Chart.Kind kind = kind(part.get("kind"));
        Optional<String> by = part.get("by").isThere() ? Optional.of(dimensionName(part.get("by"))) : Optional.empty();
        Optional<String> series =
                kind == Chart.Kind.STACKED ? Optional.of(dimensionName(part.get("series"))) : Optional.empty();
        Optional<String> measure =
                kind == Chart.Kind.SHARES ? Optional.empty() : Optional.of(measureName(part.get("measure")));
        if (kind == Chart.Kind.SHARES && shares.isEmpty()) {
            throw part.get("kind").wrong("bars or stacked where there are no shares");
        }
        if (basis instanceof ReferenceTable && !new HashSet<>(grouping(by, series)).equals(new HashSet<>(names()))) {
            throw part.get("by").wrong("all dimensions of the reference table, which cannot be summed");
        }
        return new Chart(kind, by, series, measure);
    }

    static List<String> grouping(Optional<String> by, Optional<String> series) {
        return Stream.concat(by.stream(), series.stream()).toList();
    }

    private static Chart.Kind kind(YamlPart part) {
        return Arrays.stream(Chart.Kind.values())
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(part.text()))
                .findFirst()
                .orElseThrow(() -> part.wrong("bars, stacked or shares"));
    }

    private Optional<Reference> reference() {
        YamlPart part = root.get("reference");
        if (!part.isThere()) {
            return Optional.empty();
        }
        part.only(Set.of("title", "date", "address"));
        return Optional.of(new Reference(
                part.get("title").bothLanguages(),
                part.get("date").text(),
                part.get("address").maybe()));
    }

    private Basis basis() {
        Path query = folder.resolve(QUERY);
        Path table = folder.resolve(TABLE);
        if (Files.exists(query) == Files.exists(table)) {
            throw new IllegalArgumentException(folder + ": expected either " + QUERY + " or " + TABLE + ", found "
                    + (Files.exists(query) ? "both" : "neither"));
        }
        return Files.exists(query)
                ? question(query)
                : ReferenceTable.read(
                        table, names(), measures.stream().map(Measure::name).toList());
    }

    private Question question(Path file) {
        try {
            Question question = Question.of(file.toString(), Files.readString(file));
            same(file, "GROUP BY", "dimensions", question.dimensions(), names());
            same(
                    file,
                    "SELECT",
                    "measures",
                    question.measures(),
                    measures.stream().map(Measure::name).toList());
            return question;
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private List<String> names() {
        return dimensions.stream().map(Dimension::name).toList();
    }

    private static void same(Path file, String clause, String key, List<String> found, List<String> expected) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(file + ", " + clause + ": expected the " + key + " of " + FILE
                    + " in their order: " + String.join(", ", expected) + "; found " + String.join(", ", found));
        }
    }
}
