package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.graph.Progress;
import io.musubi.journal.Journal;
import io.musubi.model.Document;
import io.musubi.model.DocumentChange;
import io.musubi.text.TextStore;
import io.musubi.web.entity.Identifiers;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.xml.sax.InputSource;

/** A real server on a free port, with a journal, a graph and a text index of its own; and a client for it. */
final class Served implements AutoCloseable {
    static final String BASE = "http://localhost:8080/";
    private static final Instant TIME = Instant.parse("2026-04-01T00:00:00Z");

    final Journal journal;
    final GraphStore graph;
    final TextStore text;
    final Server server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private long commit;

    private Served(Path folder, Path home, Limits limits) {
        journal = Journal.open(folder);
        graph = GraphStore.open(folder, journal, GraphSettings.usual(home));
        text = TextStore.open(
                folder,
                journal,
                written -> written.contains("10.")
                        ? List.of("doi:"
                                + written.substring(written.indexOf("10.")).toLowerCase(java.util.Locale.ROOT))
                        : List.of());
        Settings settings = new Settings("127.0.0.1", 0, BASE, home, limits);
        server = Server.start(
                settings,
                journal,
                graph,
                text,
                (scheme, value) -> scheme.equals("doi")
                                && value.toLowerCase(java.util.Locale.ROOT).contains("10.")
                        ? Optional.of(new Identifiers.Normal(
                                "doi", value.substring(value.indexOf("10.")).toLowerCase(java.util.Locale.ROOT)))
                        : Optional.empty());
    }

    static Served start(Path folder, Limits limits) {
        return new Served(folder, folder, limits);
    }

    static Served start(Path folder, Path home, Limits limits) {
        return new Served(folder, home, limits);
    }

    /** Publishes documents, and waits until graph and text index show them. */
    void publish(Document... documents) {
        append(Arrays.stream(documents)
                .map(document -> new DocumentChange(document.iri(), Optional.of(document), false))
                .toList());
    }

    void withdraw(String path) {
        append(List.of(new DocumentChange(BASE + path, Optional.empty(), true)));
    }

    private void append(List<DocumentChange> changes) {
        journal.append(++commit, TIME.plus(Duration.ofDays(commit)), changes);
        graph.follow(Progress.SILENT);
        text.follow(io.musubi.text.Progress.SILENT);
    }

    /** A document with one line for each of {@code says}: predicate and object in N-Triples. */
    static Document document(String path, String type, List<String> aliases, String... says) {
        String iri = BASE + path;
        TreeSet<String> lines = new TreeSet<>();
        for (String say : says) {
            lines.add(
                    (say.startsWith("#") ? "<" + iri + say.replaceFirst(" ", "> ") : "<" + iri + "> " + say) + " .\n");
        }
        List<String> identifiers = new ArrayList<>();
        if (path.contains("/doi/")) {
            identifiers.add("doi:" + path.substring(path.indexOf("/doi/") + 5));
        }
        return new Document(iri, type, String.join("", lines), "", identifiers, aliases);
    }

    URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + server.port() + pathAndQuery);
    }

    /** A page of ours, which is also well-formed XML but for the void elements. */
    static org.w3c.dom.Document parse(String html) throws Exception {
        assertThat(html).startsWith("<!DOCTYPE html>");
        String xml = html.replace("<!DOCTYPE html>\n", "")
                .replaceAll("<(meta|link|input)([^>]*)>", "<$1$2/>")
                .replace("<br>", "<br/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    HttpResponse<String> get(String pathAndQuery, String... headers) throws IOException, InterruptedException {
        return send("GET", pathAndQuery, null, headers);
    }

    HttpResponse<String> query(String query, String... headers) throws IOException, InterruptedException {
        return get("/sparql?query=" + encode(query), headers);
    }

    HttpResponse<byte[]> bytes(String pathAndQuery, String... headers) throws IOException, InterruptedException {
        return client.send(request("GET", pathAndQuery, null, headers), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> send(
            String method, String pathAndQuery, @org.jspecify.annotations.Nullable String body, String... headers)
            throws IOException, InterruptedException {
        return client.send(request(method, pathAndQuery, body, headers), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(
            String method, String pathAndQuery, @org.jspecify.annotations.Nullable String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(pathAndQuery))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    @Override
    public void close() {
        server.close();
        graph.close();
        text.close();
        journal.close();
    }
}
