package io.musubi.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.musubi.web.sparql.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that send or read a byte now and then: each is broken off, and nothing of it stays behind. */
@Timeout(60)
class SlowClientsTest {
    private static final int ROWS = 60_000;
    private static final String QUERY = "SELECT * { ?s ?p ?o . ?x ?y ?z } LIMIT " + ROWS;

    /** Rows that stay long in gzip: longer than what the system takes of them. */
    private static final String CHANCE =
            "SELECT (SHA512(STR(RAND())) AS ?a) (SHA512(STR(RAND())) AS ?b) { ?s ?p ?o . ?x ?y ?z } LIMIT " + ROWS;

    private static final Limits LIMITS = Limits.standard()
            .withTime(Duration.ofSeconds(3))
            .withQueue(2, 2, Duration.ofMillis(100))
            .withAnswers(1_000_000, 1_000_000, 1 << 16);

    @TempDir
    static Path folder;

    private static final List<Throwable> UNCAUGHT = new CopyOnWriteArrayList<>();

    private static Served served;

    @BeforeAll
    static void start() {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> UNCAUGHT.add(fault));
        served = Served.start(folder, LIMITS);
        served.publish(SparqlLimitsTest.documents());
    }

    /** No thread of the server ends by a fault, which would be a stack trace in its log. */
    @AfterAll
    static void stop() {
        served.close();
        Thread.setDefaultUncaughtExceptionHandler(null);
        assertThat(UNCAUGHT).isEmpty();
    }

    @Test
    void whoSendsByteByByteIsBrokenOff() throws Exception {
        try (Socket socket = connect(served)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /sparql HTTP/1.1\r\nHost: x\r\nContent-Type: application/sparql-query\r\n"
                            + "Content-Length: 5000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> {
                        for (int i = 0; i < 5_000; i++) {
                            out.write(' ');
                            TimeUnit.MILLISECONDS.sleep(50);
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }
        assertNothingStays();
    }

    /** The end of a connection may be that of an answer, so one that is broken off is reset. */
    @ParameterizedTest
    @ValueSource(strings = {"identity", "gzip"})
    void whoReadsByteByByteIsBrokenOff(String coding) throws Exception {
        try (Socket socket = connect(served)) {
            ask(socket, coding.equals("gzip") ? CHANCE : QUERY, coding);
            InputStream in = socket.getInputStream();
            long end = System.nanoTime() + LIMITS.visit().toNanos();
            while (System.nanoTime() < end) {
                assertThat(in.read()).isNotNegative();
                TimeUnit.MILLISECONDS.sleep(50);
            }
            // What was on its way still comes.
            assertThatThrownBy(in::readAllBytes).isInstanceOf(SocketException.class);
        }
        assertNothingStays();
    }

    /** It is the slowness that is broken off. */
    @Test
    void whoReadsOnGetsAll() throws Exception {
        try (Socket socket = connect(served)) {
            ask(socket, QUERY, "identity");
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(all).startsWith("HTTP/1.1 200");
            assertThat(all.lines().dropWhile(it -> !it.isEmpty()).skip(1)).hasSize(1 + ROWS);
        }
        assertNothingStays();
    }

    /** As many as pages may be made at once, and each answer longer than what the system takes of it. */
    @Test
    void whoReadsNoPageKeepsNobodyWaiting(@TempDir Path other) throws Exception {
        List<Socket> silent = new ArrayList<>();
        try (Served large = Served.start(other, LIMITS)) {
            String text = "<http://purl.org/dc/terms/description> \"" + "long ".repeat(1_600_000) + "\"";
            large.publish(Served.document("dataset/local/large", "dataset", List.of(), text));
            for (int i = 0; i < Turns.AT_ONCE; i++) {
                Socket socket = connect(large);
                silent.add(socket);
                socket.getOutputStream()
                        .write("GET /dataset/local/large?format=nt HTTP/1.1\r\nHost: x\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().readNBytes(15)).asString().isEqualTo("HTTP/1.1 200 OK");
            }
            assertThat(large.get("/docs").statusCode()).isNotEqualTo(503);
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    private static Socket connect(Served served) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 12); // else the system would read for us
        socket.connect(new InetSocketAddress("127.0.0.1", served.server.port()));
        return socket;
    }

    private static void ask(Socket socket, String query, String coding) throws IOException {
        socket.getOutputStream()
                .write(("POST /sparql HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\nAccept-Encoding: " + coding
                                + "\r\nConnection: close\r\n"
                                + "Content-Type: application/sparql-query\r\nContent-Length: " + query.length()
                                + "\r\n\r\n" + query)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertNothingStays() throws Exception {
        for (int i = 0; i < 100 && !served.get("/health").body().contains("\"queries\":0"); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(served.get("/health").body()).contains("\"ok\":true").contains("\"queries\":0");
    }
}
