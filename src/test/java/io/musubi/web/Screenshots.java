package io.musubi.web;

import static java.util.stream.Collectors.joining;

import io.musubi.Demo;
import io.musubi.web.Browser.Look;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Pictures of every kind of page, as desktop and phone, in both languages, light and dark, with a sheet of all of them:
 * {@code docs/screenshots.sh}. No test by its name, so that it runs only when it is asked for.
 */
final class Screenshots {
    private static final String ITEM = "oai:repository.kirishima.example.jp:00001006";
    private static final String DELETED = """
            <OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2030-01-01T00:00:00Z</responseDate>
            <request verb="ListRecords" metadataPrefix="jpcoar_2.0">https://repository.kirishima.example.jp/oai</request>
            <ListRecords><record><header status="deleted"><identifier>%s</identifier>
            <datestamp>2030-01-01T00:00:00Z</datestamp></header></record></ListRecords></OAI-PMH>
            """.formatted(ITEM);

    private static final Pattern INDICATOR = Pattern.compile("href=\"(?:[./]*)indicators/([a-z0-9-]+)\"");

    /** A kind of page and one of its kind. */
    private static final Map<String, String> PAGES = pages();

    @TempDir
    Path temporary;

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "");
        pages.put("search", "search?q=火山");
        pages.put("search-nothing", "search?q=xyzzy");
        pages.put("dataset", "dataset/doi/10.60501/so2-flux.2021");
        pages.put("dataset-restricted", "dataset/doi/10.60504/gut-metagenome.2021");
        pages.put("work", "work/doi/10.60509/cds.2023.7");
        pages.put("project", "project/grant/jpmjcr19z1");
        pages.put("person", "person/erad/90999012");
        pages.put("organization", "organization/ror/0zzk1r129");
        pages.put("programme", "programme/funding-stream/MJCR");
        pages.put("record", "record/kirishima-repository/oai:repository.kirishima.example.jp:00001001");
        pages.put("source", "catalog/kirishima-repository");
        pages.put("list-dataset", "dataset");
        pages.put("list-organization", "organization");
        pages.put("catalogue", "catalog");
        pages.put("indicators", "indicators");
        pages.put("findings", "findings");
        pages.put("findings-source", "findings/shiosai-repository");
        pages.put("query", "query");
        pages.put("docs", "docs");
        pages.put("docs-analyst", "docs/analyst");
        pages.put("docs-crosswalk", "docs/crosswalk");
        pages.put("ontology", "ontology");
        pages.put("404", "dataset/doi/10.60501/never-was");
        pages.put("410", "record/kirishima-repository/" + ITEM);
        return pages;
    }

    @Test
    void takeThem() throws IOException, InterruptedException {
        Path folder =
                Path.of(System.getProperty("screenshots", "target/screenshots")).toAbsolutePath();
        Files.createDirectories(folder);
        try (Demo demo = Demo.start(temporary.resolve("data"))) {
            withdraw(demo);
            Map<String, String> pages = new LinkedHashMap<>(PAGES);
            indicators(demo).forEach(id -> pages.put("indicator-" + id, "indicators/" + id));
            for (Look look : looks()) {
                take(demo, look, pages, folder);
            }
            Files.writeString(folder.resolve("index.html"), sheet(pages));
        }
    }

    private static List<Look> looks() {
        return Stream.of("ja", "en")
                .flatMap(language -> Stream.of(Look.desktop(language), Look.phone(language)))
                .flatMap(look -> Stream.of(look, look.inTheDark()))
                .toList();
    }

    private static String name(Look look) {
        return (look.phone() ? "phone" : "desktop") + "-" + look.language() + (look.dark() ? "-dark" : "-light");
    }

    private void take(Demo demo, Look look, Map<String, String> pages, Path folder) throws IOException {
        try (Browser browser = Browser.open(look, Files.createTempDirectory(temporary, "browser"))) {
            for (Map.Entry<String, String> page : pages.entrySet()) {
                browser.go(URI.create(demo.at(page.getValue())))
                        .picture(folder.resolve(page.getKey() + "-" + name(look) + ".png"));
            }
        }
    }

    /** Withdraws one record, so that there is a page of something that was public once. */
    private void withdraw(Demo demo) throws IOException, InterruptedException {
        Path delivery = temporary.resolve("deleted.xml");
        Files.writeString(delivery, DELETED);
        Stream<String> words = Stream.of(
                "ingest", "--data", demo.data().toString(), "--source", "kirishima-repository", delivery.toString());
        new ProcessBuilder(Stream.concat(Demo.program().stream(), words).toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        for (int i = 0;
                i < 100 && demo.get("record/kirishima-repository/" + ITEM).statusCode() != 410;
                i++) {
            Thread.sleep(100);
        }
    }

    /** Those that the page of indicators links to. */
    private static Stream<String> indicators(Demo demo) {
        String page = demo.get("indicators", "Accept", "text/html").body();
        return INDICATOR
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .sorted();
    }

    /** All pictures on one page, a row for each kind of page. */
    private static String sheet(Map<String, String> pages) {
        return pages.entrySet().stream()
                .map(page -> "<h2>" + page.getKey() + " <small>/" + page.getValue() + "</small></h2>\n<p>"
                        + looks().stream()
                                .map(look -> page.getKey() + "-" + name(look) + ".png")
                                .map(file -> "<a href=\"" + file + "\"><img loading=\"lazy\" src=\"" + file
                                        + "\" alt=\"" + file + "\"></a>")
                                .collect(joining("\n"))
                        + "</p>\n")
                .collect(joining(
                        "",
                        "<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>Musubi: every kind of page</title>\n<style>"
                                + "p { display: flex; gap: 8px; align-items: start; overflow-x: auto }"
                                + " img { height: 420px; border: 1px solid #999 }</style>\n",
                        ""));
    }
}
