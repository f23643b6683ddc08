package dev.yiwen.channel.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is far too large for a callback is refused at its head: the answer is there before a byte of the body was asked for. */
@QuarkusTest
@TestProfile(WithWeChat.class)
class LargeCallbackTest {
    private static final int PATIENCE_MS = 20_000;
    private static final int MB = 1 << 20;

    @TestHTTPResource("/")
    @SuppressWarnings("NullAway.Init")
    URI here;

    @Test
    void twenty_megabytes_are_refused_before_the_body_is_sent() throws IOException {
        assertThat(answered("Content-Length: " + 20 * MB, new byte[0])).contains(" 413 ");
    }

    @Test
    void who_does_not_say_how_large_it_is_is_refused_too() throws IOException {
        var chunk = new byte[64 * 1024];
        assertThat(answered("Transfer-Encoding: chunked", chunked(chunk))).contains(" 413 ");
    }

    @Test
    void a_length_that_is_no_number_is_no_way_around() throws IOException {
        assertThat(answered("Content-Length: 1e9", new byte[0])).containsPattern(" 4[01][0-9] ");
    }

    private String answered(String size, byte[] beginning) throws IOException {
        try (var socket = new Socket("127.0.0.1", here.getPort())) {
            socket.setSoTimeout(PATIENCE_MS);
            OutputStream out = socket.getOutputStream();
            out.write(("POST /wechat/" + UUID.randomUUID()
                            + "?signature=0 HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: text/xml\r\n" + size
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            if (beginning.length > 0) {
                out.write(beginning);
                out.flush();
            }
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
            return line == null ? "" : line;
        }
    }

    private static byte[] chunked(byte[] chunk) {
        var head = (Integer.toHexString(chunk.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        var all = new byte[head.length + chunk.length + 2];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(chunk, 0, all, head.length, chunk.length);
        all[all.length - 2] = '\r';
        all[all.length - 1] = '\n';
        return all;
    }
}
