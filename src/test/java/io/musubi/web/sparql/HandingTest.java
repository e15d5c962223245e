package io.musubi.web.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Readers who stop reading, and how many answers may wait for them together. */
@Timeout(60)
class HandingTest {
    /** More than the system keeps for a reader, so that whoever writes it waits for one who does not read. */
    private static final int ANSWER = 16 << 20;

    private static final byte[] BYTES = new byte[ANSWER];

    private final Handing handing = new Handing(2L * ANSWER);
    private final CountDownLatch begun = new CountDownLatch(3);
    private Javalin server;

    @BeforeEach
    void start() {
        server = Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    config.routes.get("/", this::answer);
                })
                .start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private void answer(Context context) throws IOException {
        context.res().setContentLength(ANSWER);
        handing.over(context.req(), ANSWER, () -> {
            begun.countDown();
            context.res().getOutputStream().write(BYTES);
        });
    }

    @Test
    void theLongestOnItsWayGivesWayToTheOthers() throws Exception {
        try (Socket first = ask();
                Socket second = ask();
                Socket third = ask()) {
            begun.await();

            assertThatThrownBy(() -> read(first)).isInstanceOf(SocketException.class);
            assertThat(read(second)).isGreaterThan(ANSWER);
            assertThat(read(third)).isGreaterThan(ANSWER);
        }
    }

    @Test
    void whatWasReadMakesRoom() throws Exception {
        for (int i = 0; i < 5; i++) {
            try (Socket alone = ask()) {
                assertThat(read(alone)).isGreaterThan(ANSWER);
            }
        }
    }

    /** Asks, and waits until the answer has begun, so that the order is known. */
    private Socket ask() throws Exception {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(1 << 12);
        socket.connect(new InetSocketAddress("127.0.0.1", server.port()));
        long before = begun.getCount();
        socket.getOutputStream()
                .write("GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                        .getBytes(StandardCharsets.US_ASCII));
        while (before > 0 && begun.getCount() == before) {
            Thread.sleep(5);
        }
        return socket;
    }

    private static int read(Socket socket) throws IOException {
        return socket.getInputStream().readAllBytes().length;
    }
}
