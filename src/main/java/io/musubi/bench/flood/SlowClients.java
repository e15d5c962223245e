package io.musubi.bench.flood;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Clients that hold a connection by being slow: each ends when the server has had enough of it. */
final class SlowClients {
    private static final String HEAD = " HTTP/1.1\r\nHost: localhost\r\n";
    private static final int NARROW = 4096;
    private static final int PATIENCE_SECONDS = 40;

    private final int port;

    SlowClients(int port) {
        this.port = port;
    }

    /** Asks, reads one byte of the answer a second for as long as a server may bear it, and looks what there is then. */
    Ending reads(String path) {
        return held("reads 1 byte/s", path, (in, out) -> {
            send(out, "GET " + path + HEAD + "Connection: close\r\n\r\n");
            String status = status(in);
            for (int i = 0; i < PATIENCE_SECONDS && in.read() >= 0; i++) {
                pause();
            }
            in.transferTo(OutputStream.nullOutputStream());
            return status;
        });
    }

    /** Asks, and reads nothing for as long. */
    Ending neverReads(String path) {
        return held("never reads", path, (in, out) -> {
            send(out, "GET " + path + HEAD + "Connection: close\r\n\r\n");
            for (int i = 0; i < PATIENCE_SECONDS; i++) {
                pause();
            }
            String status = status(in);
            in.transferTo(OutputStream.nullOutputStream());
            return status;
        });
    }

    /** Sends a query as the body, a byte a second. */
    Ending writes(String query) {
        return held("writes 1 byte/s", query, (in, out) -> {
            send(
                    out,
                    "POST /sparql" + HEAD + "Content-Type: application/sparql-query\r\nContent-Length: 90000\r\n\r\n");
            while (in.available() == 0) {
                send(out, "#");
                pause();
            }
            return status(in);
        });
    }

    /** Sends the headers, a byte a second. */
    Ending greets() {
        return held("headers 1 byte/s", "", (in, out) -> {
            send(out, "GET /health" + HEAD);
            while (in.available() == 0) {
                send(out, "X");
                pause();
            }
            return status(in);
        });
    }

    /** The path of a query. */
    static String path(String query) {
        return "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private Ending held(String kind, String what, Conversation conversation) {
        long start = System.nanoTime();
        String how;
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(NARROW);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            how = conversation.hold(socket.getInputStream(), socket.getOutputStream());
        } catch (IOException e) {
            how = "broken off: " + e.getMessage();
        }
        return new Ending(kind, how, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start), what);
    }

    /** The number in the first line of an answer. */
    private static String status(InputStream in) throws IOException {
        String line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        return line.length() < 12 ? "closed without a word" : line.substring(9);
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void pause() throws IOException {
        try {
            TimeUnit.SECONDS.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("enough");
        }
    }

    /** One way of being slow. */
    private interface Conversation {
        String hold(InputStream in, OutputStream out) throws IOException;
    }
}
