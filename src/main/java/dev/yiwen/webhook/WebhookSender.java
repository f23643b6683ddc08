package dev.yiwen.webhook;

import dev.yiwen.shared.OutsideAddress;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One try: looks the address up, posts to exactly the address that was looked up, follows no redirect. */
@Singleton
final class WebhookSender {
    private static final int GOOD = 2;
    private static final int HUNDRED = 100;
    private static final int SHOWN = 500;
    private static final int LARGEST_ANSWER = 64 * 1024;

    private final HttpClient http;
    private final WebhookConfig config;

    WebhookSender(Vertx vertx, WebhookConfig config) {
        this.config = config;
        int patience = (int) config.timeout().toMillis();
        http = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(patience)
                .setKeepAlive(false)
                .setMaxPoolSize(32)
                .setMaxWaitQueueSize(256));
    }

    /**
     * @param status null when nothing was answered; then {@code failure} says why
     * @param body its beginning
     * @param tooMany it takes no more for a while
     */
    record Answer(
            @Nullable Integer status,
            int tookMs,
            @Nullable String body,
            @Nullable String failure,
            boolean tooMany) {
        private static final int TOO_MANY = 429;

        Answer(@Nullable Integer status, int tookMs, @Nullable String body, @Nullable String failure) {
            this(status, tookMs, body, failure, status != null && status == TOO_MANY);
        }

        boolean good() {
            return failure == null && status != null && status / HUNDRED == GOOD;
        }

        /** As that robot means it, which refuses in what it says. */
        Answer ofRobot() {
            if (!good()) {
                return this;
            }
            var said = RobotAnswer.of(body);
            return said.good() ? this : new Answer(status, tookMs, body, said.failure(), said.tooMany());
        }
    }

    Uni<Answer> send(Post post) {
        long start = System.nanoTime();
        return Uni.createFrom()
                .item(() -> options(post))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(options -> Uni.createFrom()
                        .completionStage(() -> post(options, post.body()).toCompletionStage()))
                .ifNoItem()
                .after(config.timeout())
                .fail()
                .map(it -> new Answer(it.status(), took(start), it.body(), null))
                .onFailure()
                .recoverWithItem(e -> new Answer(null, took(start), null, words(e)));
    }

    private record Received(int status, String body) {}

    /** Blocks for the name. */
    private RequestOptions options(Post post) {
        var to = OutsideAddress.of(post.address());
        var ip = to.resolve(config.privateAddresses(), "YIWEN_WEBHOOK_PRIVATE");
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(to.port(), ip))
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.secure())
                .setURI(to.path())
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("User-Agent", "Yiwen");
        post.headers().forEach(options::putHeader);
        return options;
    }

    private Future<Received> post(RequestOptions options, String body) {
        return http.request(options)
                .compose(request -> request.send(Buffer.buffer(body)).compose(response -> read(request, response)));
    }

    /** Somebody who never stops answering is cut off. */
    private static Future<Received> read(HttpClientRequest request, HttpClientResponse response) {
        var kept = Buffer.buffer();
        response.handler(part -> {
            if (kept.length() + part.length() > LARGEST_ANSWER) {
                request.reset();
            } else {
                kept.appendBuffer(part);
            }
        });
        return response.end().map(end -> new Received(response.statusCode(), beginning(kept)));
    }

    private static String beginning(Buffer body) {
        var text = body.toString().replace("\0", "");
        return text.codePoints()
                .limit(SHOWN)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String words(Throwable failure) {
        var message = String.valueOf(failure.getMessage());
        return failure instanceof io.smallrye.mutiny.TimeoutException
                ? "No answer in time"
                : message.length() > SHOWN ? message.substring(0, SHOWN) : message;
    }

    private static int took(long start) {
        return (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
    }
}
