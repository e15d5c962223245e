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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Clients that send or read a byte now and then: each is broken off, and nothing of it stays behind. */
@Timeout(60)
class SlowClientsTest {
    private static final int ROWS = 60_000;
    private static final String QUERY = "SELECT * { ?s ?p ?o . ?x ?y ?z } LIMIT " + ROWS;
    private static final Limits LIMITS = Limits.standard()
            .withTime(Duration.ofSeconds(3))
            .withQueue(2, 2, Duration.ofMillis(100))
            .withAnswers(1_000_000, 1_000_000, 1 << 16);

    @TempDir
    static Path folder;

    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.start(folder, LIMITS);
        served.publish(SparqlLimitsTest.documents());
    }

    @AfterAll
    static void stop() {
        served.close();
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
    @Test
    void whoReadsByteByByteIsBrokenOff() throws Exception {
        try (Socket socket = connect(served)) {
            ask(socket);
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
            ask(socket);
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

    private static void ask(Socket socket) throws IOException {
        socket.getOutputStream()
                .write(("POST /sparql HTTP/1.1\r\nHost: x\r\nAccept: text/csv\r\nConnection: close\r\n"
                                + "Content-Type: application/sparql-query\r\nContent-Length: " + QUERY.length()
                                + "\r\n\r\n" + QUERY)
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static void assertNothingStays() throws Exception {
        for (int i = 0; i < 100 && !served.get("/health").body().contains("\"queries\":0"); i++) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(served.get("/health").body()).contains("\"ok\":true").contains("\"queries\":0");
    }
}
