package dev.yiwen.knowledge.link;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.yiwen.knowledge.link.LinkCheck.Probe;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server of this machine, which is allowed here alone. */
class LinkProbeTest {
    private final Vertx vertx = Vertx.vertx();
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private HttpServer server;

    @BeforeEach
    void a_server() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void no_server() {
        server.stop(0);
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getRawPath();
        var method = exchange.getRequestMethod();
        asked.add(method + " " + path);
        if (path.startsWith("/to/")) {
            exchange.getResponseHeaders().add("Location", path.substring(3));
        } else if (path.equals("/round")) {
            exchange.getResponseHeaders().add("Location", "/round");
        } else if (path.equals("/away")) {
            exchange.getResponseHeaders().add("Location", "ftp://example.com/");
        }
        int status = path.startsWith("/to/") || path.equals("/round") || path.equals("/away")
                ? 302
                : path.equals("/readers") ? (method.equals("HEAD") ? 405 : 200) : path.equals("/gone") ? 410 : 200;
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    @Test
    void a_page_is_asked_for_by_its_head_alone_where_that_is_answered() {
        assertThat(probe("/page?a=b")).isEqualTo(new Probe.Answered(200));
        assertThat(asked).containsExactly("HEAD /page");
    }

    @Test
    void one_that_answers_nothing_but_readers_is_read() {
        assertThat(probe("/readers")).isEqualTo(new Probe.Answered(200));
        assertThat(asked).containsExactly("HEAD /readers", "GET /readers");
    }

    @Test
    void redirects_are_followed_to_what_they_end_at_and_not_for_ever() {
        assertThat(probe("/to/gone")).isEqualTo(new Probe.Answered(410));
        assertThat(probe("/round")).isInstanceOf(Probe.Silent.class);
        assertThat(asked).hasSizeLessThan(12);
        assertThat(probe("/away")).isInstanceOf(Probe.Refused.class);
    }

    @Test
    void an_address_in_chinese_is_written_out() {
        assertThat(probe("/帮助")).isEqualTo(new Probe.Answered(200));
        assertThat(asked).containsExactly("HEAD /%E5%B8%AE%E5%8A%A9");
    }

    @Test
    void this_machine_is_not_asked_unless_it_is_allowed() {
        var refused = probe(false, "/page");

        assertThat(refused)
                .isInstanceOfSatisfying(
                        Probe.Refused.class,
                        it -> assertThat(it.why()).contains("private network", "YIWEN_LINKS_PRIVATE"));
        assertThat(asked).isEmpty();
    }

    @Test
    void nobody_who_listens_and_no_such_name_are_silence() {
        server.stop(0);

        assertThat(probe("/page")).isInstanceOf(Probe.Silent.class);
        assertThat(Objects.requireNonNull(new LinkProbe(vertx, config(true))
                        .of("http://no-such-host.invalid/")
                        .await()
                        .indefinitely()))
                .isInstanceOf(Probe.Silent.class);
    }

    private Probe probe(String path) {
        return probe(true, path);
    }

    private Probe probe(boolean privateToo, String path) {
        return new LinkProbe(vertx, config(privateToo))
                .of("http://127.0.0.1:" + server.getAddress().getPort() + path)
                .await()
                .indefinitely();
    }

    private static LinkConfig config(boolean privateToo) {
        return new LinkConfig() {
            @Override
            public boolean checked() {
                return true;
            }

            @Override
            public boolean privateAddresses() {
                return privateToo;
            }

            @Override
            public Duration timeout() {
                return Duration.ofSeconds(5);
            }

            @Override
            public int failures() {
                return 3;
            }
        };
    }
}
