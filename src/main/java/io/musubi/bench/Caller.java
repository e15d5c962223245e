package io.musubi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A client of one server. Every answer must be 200 and of the media type that was asked for, else nothing is measured. */
final class Caller implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final int BUSY = 503;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String server;

    Caller(int port) {
        this.server = "http://127.0.0.1:" + port;
    }

    /**
     * Gets a page.
     *
     * @param path with its query, as in an address
     * @throws IllegalStateException when the answer is not what was asked for
     */
    HttpResponse<String> get(String path, String mediaType) throws IOException, InterruptedException {
        HttpResponse<String> response = page(path, mediaType);
        if (!isAnswer(response, mediaType)) {
            throw new IllegalStateException(path + ": " + told(response, mediaType));
        }
        return response;
    }

    /**
     * Waits while the server says that waiting helps: what is computed when it is first asked for is not there at once.
     *
     * @return why it is not there in the end; empty when it is
     */
    Optional<String> await(String path, String mediaType) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        HttpResponse<String> response = page(path, mediaType);
        while (isToBeWaitedFor(response) && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(200);
            response = page(path, mediaType);
        }
        return isAnswer(response, mediaType) ? Optional.empty() : Optional.of(told(response, mediaType));
    }

    private static boolean isToBeWaitedFor(HttpResponse<String> response) {
        return response.statusCode() == BUSY
                && response.headers().firstValue("Retry-After").isPresent();
    }

    private HttpResponse<String> page(String path, String mediaType) throws IOException, InterruptedException {
        return client.send(request(path, mediaType).build(), BodyHandlers.ofString());
    }

    /**
     * The answer to a query; empty when the server refuses it or gives it up.
     *
     * @throws IOException when the server answers nothing at all any more
     */
    Optional<String> tryQuery(UserQuery query) throws IOException, InterruptedException {
        try {
            HttpResponse<String> response = answer(query);
            return isAnswer(response, query.mediaType()) ? Optional.of(response.body()) : Optional.empty();
        } catch (IOException e) {
            // A limit that is met within the answer breaks it off.
            page("/health", "application/json");
            return Optional.empty();
        }
    }

    /** The answer to a query. */
    String query(UserQuery query) throws IOException, InterruptedException {
        HttpResponse<String> response = answer(query);
        if (!isAnswer(response, query.mediaType())) {
            throw new IllegalStateException(query.name() + ": " + told(response, query.mediaType()));
        }
        return response.body();
    }

    private HttpResponse<String> answer(UserQuery query) throws IOException, InterruptedException {
        HttpRequest request = request("/sparql", query.mediaType())
                .header("Content-Type", "application/sparql-query")
                .POST(BodyPublishers.ofString(query.text()))
                .build();
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IOException(query.name() + ": the answer of " + server + " broke off: " + e.getMessage(), e);
        }
    }

    private HttpRequest.Builder request(String path, String mediaType) {
        return HttpRequest.newBuilder(URI.create(server + path)).header("Accept", mediaType);
    }

    private static boolean isAnswer(HttpResponse<String> response, String mediaType) {
        return response.statusCode() == 200
                && response.headers().firstValue("Content-Type").orElse("").startsWith(mediaType);
    }

    private static String told(HttpResponse<String> response, String mediaType) {
        String body = response.body().replaceFirst("(?s).*<title>(.*?)</title>.*", "$1");
        return "expected 200 with " + mediaType + ", but the server answered " + response.statusCode() + " with "
                + response.headers().firstValue("Content-Type").orElse("nothing") + ": "
                + body.substring(0, Math.min(body.length(), 300));
    }

    @Override
    public void close() {
        client.close();
    }
}
