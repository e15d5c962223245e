package io.musubi.bench.flood;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that waits for its answer, however long it takes. */
final class Client {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Pattern PROBLEM = Pattern.compile("/problem/([a-z-]+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;

    Client(int port) {
        server = "http://127.0.0.1:" + port;
    }

    /** Asks a query; the answer is read and thrown away. */
    Ending ask(Asked asked, String accept) {
        HttpRequest request = request("/sparql")
                .header("Content-Type", "application/sparql-query")
                .header("Accept", accept)
                .POST(HttpRequest.BodyPublishers.ofString(asked.text()))
                .build();
        return timed(asked, request);
    }

    /** Gets a page. */
    Ending get(String kind, String path) {
        return timed(new Asked(kind, path), request(path).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    }

    private Ending timed(Asked asked, HttpRequest request) {
        long start = System.nanoTime();
        String how = answer(request);
        return new Ending(asked.kind(), how, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), asked.text());
    }

    private String answer(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() < 400) {
                return "" + answer.statusCode();
            }
            Matcher problem = PROBLEM.matcher(answer.body());
            String again = answer.headers().firstValue("Retry-After").isPresent() ? " (Retry-After)" : "";
            return answer.statusCode() + " " + (problem.find() ? problem.group(1) : "without a problem") + again;
        } catch (IOException e) {
            return "broken off: " + e.getClass().getSimpleName();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
