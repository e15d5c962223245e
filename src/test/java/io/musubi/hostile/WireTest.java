package io.musubi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests as no well-behaved client sends them, at every door: a fitting status, and nothing of the inside. */
class WireTest {
    private static final List<String> DOORS = List.of(
            "/",
            "/search",
            "/health",
            "/.well-known/void",
            "/ontology",
            "/docs",
            "/indicators",
            "/findings",
            "/catalog",
            "/sparql",
            "/query",
            "/query/terms",
            "/query/names",
            "/dataset",
            "/dataset/doi/10.60501/x",
            "/record/a/b",
            "/id/doi/10.1",
            "/assets/x.js",
            "/style.css",
            "/nowhere");

    private static final List<String> TRAVERSALS = List.of(
            "/../../etc/passwd",
            "/%2e%2e/%2e%2e/etc/passwd",
            "/..%2f..%2fetc%2fpasswd",
            "/%252e%252e/%252e%252e/etc/passwd",
            "/..%252f..%252fetc%252fpasswd",
            "/..;/..;/etc/passwd",
            "/....//....//etc/passwd",
            "/%c0%ae%c0%ae/etc/passwd",
            "/..\\..\\etc\\passwd",
            "/%5c..%5c..%5cetc%5cpasswd",
            "/.%00./etc/passwd",
            "//etc/passwd",
            "/./././etc/passwd");

    @TempDir
    static Path folder;

    private static Visit visit;

    @BeforeAll
    static void serve() throws IOException {
        try (Room room = new Room(folder.resolve("data"))) {
            room.deliver("local", Room.HOME.resolve("mappings/ror/examples/one/input.json"));
            room.settle();
        }
        visit = new Visit(folder.resolve("data/public"));
    }

    @AfterAll
    static void close() {
        visit.close();
    }

    static Stream<String> doors() {
        return DOORS.stream();
    }

    @ParameterizedTest
    @MethodSource("doors")
    void noWayLeadsOutOfADoor(String door) throws IOException {
        for (String traversal : TRAVERSALS) {
            String answer = ask("GET " + door + traversal + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertRefused(answer, door + traversal);
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void wrongMethodsAreRefused(String door) throws IOException {
        for (String method :
                List.of("PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "PROPFIND", "get", "POSTT", "\u00e9")) {
            assertRefused(
                    ask(method + " " + door + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"), method + door);
        }
    }

    @ParameterizedTest
    @MethodSource("doors")
    void hostileHeadersDoNoHarm(String door) throws IOException {
        List<String> headers = List.of(
                "Accept: " + "text/html;q=0.0000001,".repeat(2_000) + "*/*",
                "Accept: */*;q=NaN;q=-1;q=999999999999999999999",
                "Accept: text/" + "(".repeat(5_000),
                "Accept-Language: " + "ja-".repeat(5_000),
                "Cookie: lang=" + "ja;".repeat(3_000),
                "If-None-Match: " + "\"x\",".repeat(5_000),
                "If-Modified-Since: Thu, 99 Foo 99999 99:99:99 GMT",
                "Range: bytes=0-0,-1,99999999999999999999-",
                "X-Forwarded-Host: evil.example",
                "X-Original-URL: /etc/passwd",
                "Expect: 200-nonsense",
                "Content-Type: " + "a/".repeat(5_000),
                "Upgrade: h2c, websocket\r\nConnection: Upgrade");
        for (String header : headers) {
            assertClean(
                    ask("GET " + door + " HTTP/1.1\r\nHost: x\r\n" + header + "\r\nConnection: close\r\n\r\n"),
                    door + header);
        }
        for (String host :
                List.of("", "evil.example:99999999", "<script>", "a b", "[::1", "x\"y", "a".repeat(20_000))) {
            String answer = ask("GET " + door + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
            assertClean(answer, door + host);
            assertThat(answer).doesNotContain("evil.example").doesNotContain("<script>\"");
        }
    }

    @Test
    void whatIsNoRequestIsRefused() throws IOException {
        for (String request : List.of(
                "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nquery",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /a",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n",
                "POST /sparql HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
                "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n folded: yes\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nBad\u0000Header: y\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(200_000) + "\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(50_000) + "\r\n",
                "GET /" + "a".repeat(200_000) + " HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET\t/\tHTTP/1.1\r\nHost: x\r\n\r\n",
                "GET / HTTP/1.1 extra\r\nHost: x\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                "\u0016\u0003\u0001\u0002\u0000\u0001",
                "\r\n\r\n\r\n\r\n GET / HTTP/1.1\r\n\r\n")) {
            assertRefused(ask(request), request.substring(0, Math.min(80, request.length())));
        }
    }

    @Test
    void anythingAtAllIsAnsweredOrRefused() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < 300; i++) {
            StringBuilder request = new StringBuilder("GET " + DOORS.get(random.nextInt(DOORS.size()))
                    + "?q=%41&page=1&lang=ja HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n");
            for (int left = 1 + random.nextInt(4); left > 0; left--) {
                request.setCharAt(random.nextInt(request.length() - 4), (char) random.nextInt(256));
            }
            assertClean(ask(request.toString()), request.toString());
        }
        assertThat(visit.get("/health", "*/*", "en").status()).isEqualTo(200);
    }

    @Test
    void hostileParametersAreAnsweredOrRefused() throws IOException {
        List<String> values = new ArrayList<>(List.of(
                "%00",
                "%ff%fe",
                "-1",
                "99999999999999999999",
                "NaN",
                "%27%22%3E%3Cscript%3E",
                "%E2%80%AE",
                "a".repeat(30_000),
                "(".repeat(2_000),
                "%22".repeat(2_000),
                "*".repeat(500),
                "%5B%5D",
                "..%2f..%2f"));
        for (String door : DOORS) {
            for (String name :
                    List.of("q", "page", "lang", "format", "modified_since", "after", "limit", "rule", "bom")) {
                String value = values.get((door + name).hashCode() & 7);
                assertClean(
                        ask("GET " + door + "?" + name + "=" + value
                                + " HTTP/1.1\r\nHost: x\r\nAccept: text/html\r\nConnection: close\r\n\r\n"),
                        door + "?" + name + "=" + value.substring(0, Math.min(30, value.length())));
            }
        }
        for (String value : values) {
            for (String door : List.of(
                    "/search?q=",
                    "/findings/local?rule=",
                    "/catalog?modified_since=",
                    "/indicators?format=",
                    "/sparql?query=")) {
                assertClean(
                        ask("GET " + door + value + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                        door + value.substring(0, Math.min(30, value.length())));
            }
        }
    }

    private static void assertRefused(String answer, String request) {
        assertThat(answer).as(request).matches("(?s)(HTTP/1.1 (4\\d\\d|501|505)|closed).*");
        if (!answer.equals("closed") && !answer.startsWith("HTTP/1.1 404 Not Found\r\nContent-Length: 0")) {
            assertThat(answer).as(request).contains("application/problem+json");
        }
        assertClean(answer, request);
    }

    private static void assertClean(String answer, String request) {
        assertThat(answer)
                .as(request)
                .matches("(?s)(HTTP/1.1 ([23]\\d\\d|4\\d\\d|501|505)|closed).*")
                .doesNotContainPattern(
                        "(?i)jetty|javalin|fuseki/|jena/|exception|\\tat [a-z]+\\.|\nserver:|x-powered-by|root:")
                .doesNotContain("<script>alert");
    }

    private static String ask(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), visit.server.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.isEmpty() ? "closed" : answer;
        } catch (SocketException e) {
            return "closed";
        }
    }
}
