package dev.yiwen.identity.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.awaitility.Awaitility.await;

import dev.yiwen.identity.People;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StillThereTest {
    private static final Logger DROPPED = Logger.getLogger("io.quarkus.mutiny.runtime.MutinyInfrastructure");
    private static final int PAGES = 100;

    @Inject
    People people;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI address;

    private final List<String> errors = new CopyOnWriteArrayList<>();
    private final Handler ear = new Handler() {
        @Override
        public void publish(LogRecord said) {
            errors.add(said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        DROPPED.addHandler(ear);
    }

    @AfterEach
    void stopListening() {
        DROPPED.removeHandler(ear);
    }

    @Test
    void pages_that_leave_while_it_is_looked_up_who_asks_are_no_error() throws IOException {
        var token = people.token(people.visitor());

        for (int i = 0; i < PAGES; i++) {
            askForASocketAndLeave(token);
        }

        await().during(Duration.ofSeconds(2)).atMost(Duration.ofSeconds(5)).until(errors::isEmpty);
    }

    private void askForASocketAndLeave(String token) throws IOException {
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write("""
                            GET /ws/v1/chat?token=%s HTTP/1.1\r
                            Host: localhost\r
                            Connection: Upgrade\r
                            Upgrade: websocket\r
                            Sec-WebSocket-Version: 13\r
                            Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r
                            \r
                            """.formatted(token).getBytes(US_ASCII));
        }
    }
}
