package io.musubi.hostile;

import io.musubi.graph.GraphSettings;
import io.musubi.graph.GraphStore;
import io.musubi.journal.Journal;
import io.musubi.journal.Lookup;
import io.musubi.journal.Snapshot;
import io.musubi.text.Spellings;
import io.musubi.text.TextStore;
import io.musubi.web.Server;
import io.musubi.web.Settings;
import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real server over a public folder, and a visitor who opens every door of it in both languages and every form. */
final class Visit implements AutoCloseable {
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");
    private static final int PAGES = 250;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Journal journal;
    private final GraphStore graph;
    private final TextStore text;
    final Server server;

    /** What a door said: the address, the form asked for, and the whole answer with its headers. */
    record Answer(String address, int status, String mediaType, String headers, String body) {}

    Visit(Path folder) {
        journal = Journal.openReadOnly(folder);
        graph = GraphStore.open(folder, journal, GraphSettings.usual(Room.HOME));
        text = TextStore.open(folder, journal, Spellings.NONE);
        graph.follow(io.musubi.graph.Progress.SILENT);
        text.follow(io.musubi.text.Progress.SILENT);
        server = Server.start(
                new Settings("127.0.0.1", 0, Room.BASE, Room.HOME, Limits.standard()),
                journal,
                graph,
                text,
                (scheme, value) -> Optional.empty());
    }

    /** Makes the graph anew, as a swap does. */
    void swap() {
        graph.rebuild(io.musubi.graph.Progress.SILENT);
        text.rebuild(io.musubi.text.Progress.SILENT);
    }

    /** Opens every door. */
    List<Answer> everything(String wanted) throws IOException, InterruptedException {
        List<Answer> answers = new ArrayList<>();
        Deque<String> pages = new ArrayDeque<>(List.of("/", "/findings", "/catalog.html", "/indicators", "/query"));
        for (String iri : documents()) {
            String path = iri.substring(Room.BASE.length() - 1);
            pages.add(path);
            for (String form : List.of(".ttl", ".nt", ".jsonld", ".rdf")) {
                answers.add(get(path + form, "*/*", "en"));
            }
        }
        Set<String> seen = new LinkedHashSet<>(pages);
        while (!pages.isEmpty()) {
            String path = pages.remove();
            for (String language : List.of("ja", "en")) {
                Answer answer = get(path, "text/html", language);
                answers.add(answer);
                links(path, answer.body()).stream()
                        .filter(it -> seen.size() < PAGES && seen.add(it))
                        .forEach(pages::add);
            }
        }
        for (String path : List.of("/findings?format=csv", "/findings/harm?format=csv", "/findings/one?format=json")) {
            answers.add(get(path, "*/*", "en"));
        }
        others(answers, wanted);
        return answers;
    }

    private void others(List<Answer> answers, String wanted) throws IOException, InterruptedException {
        for (String form : List.of(".ttl", ".nt", ".jsonld", ".rdf")) {
            answers.add(get("/catalog" + form, "*/*", "en"));
        }
        for (String path : List.of(
                "/search?q=" + encode(wanted), "/query/names?q=" + encode(wanted), "/health", "/.well-known/void")) {
            answers.add(get(path, "*/*", "en"));
            answers.add(get(path, "application/json", "ja"));
        }
        for (String form : List.of(
                "application/sparql-results+json",
                "application/sparql-results+xml",
                "text/csv",
                "text/tab-separated-values")) {
            answers.add(ask("SELECT * { ?s ?p ?o } LIMIT 9000", form));
            answers.add(ask(
                    "SELECT * { GRAPH ?g { ?s ?p ?o } FILTER(CONTAINS(LCASE(STR(?o)), '"
                            + wanted.toLowerCase(java.util.Locale.ROOT) + "')) }",
                    form));
            answers.add(ask("SELECT * { ?s <http://jena.apache.org/text#query> '" + wanted + "*' }", form));
        }
        for (String form :
                List.of("text/turtle", "application/n-triples", "application/ld+json", "application/rdf+xml")) {
            answers.add(ask("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 9000", form));
        }
    }

    private Answer ask(String query, String form) throws IOException, InterruptedException {
        return get("/sparql?query=" + encode(query), form, "en");
    }

    private List<String> documents() {
        List<String> iris = new ArrayList<>();
        try (Snapshot snapshot = journal.snapshot()) {
            for (String type : snapshot.counts().keySet()) {
                String after = "";
                for (List<Lookup.Found> page = snapshot.documents(type, after, 500);
                        !page.isEmpty();
                        page = snapshot.documents(type, after, 500)) {
                    page.forEach(it -> iris.add(it.document().iri()));
                    after = page.getLast().document().iri();
                }
            }
        }
        return iris;
    }

    private static List<String> links(String path, String body) {
        List<String> links = new ArrayList<>();
        Matcher matcher = LINK.matcher(body);
        while (matcher.find()) {
            String link = matcher.group(1).replace("&amp;", "&");
            // The guides and the ontology hold nothing that was delivered.
            if (!link.startsWith("#")
                    && !link.matches("[a-z]+:.*")
                    && !link.contains("docs")
                    && !link.contains("ontology")) {
                links.add(URI.create("http://x" + path)
                        .resolve(link.replaceFirst("#.*", ""))
                        .toString()
                        .replaceFirst("http://x", ""));
            }
        }
        return links;
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** One request. */
    Answer get(String pathAndQuery, String accept, String language) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + pathAndQuery))
                .header("Accept", accept)
                .header("Accept-Language", language)
                .build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                pathAndQuery,
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", ""),
                response.headers().map().toString(),
                response.body());
    }

    @Override
    public void close() {
        server.close();
        graph.close();
        text.close();
        journal.close();
    }
}
