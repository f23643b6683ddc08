package dev.yiwen.command.bench.wechat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands callbacks to instances in turn, as a balancer does before them: what one does not take goes to the next. */
final class Balancer implements AutoCloseable {
    private static final int BAD_GATEWAY = 502;

    private final Vertx vertx;
    private final HttpClient http;
    private final int port;
    private final List<URI> instances = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    Balancer(List<URI> instances) {
        this.instances.addAll(instances);
        vertx = Vertx.vertx();
        http = vertx.createHttpClient(
                new HttpClientOptions().setMaxPoolSize(256).setConnectTimeout(2_000));
        port = vertx.createHttpServer()
                .requestHandler(it -> it.body().onSuccess(body -> pass(it, body, turn.getAndIncrement(), 0)))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .actualPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    private void pass(HttpServerRequest request, Buffer body, int first, int tried) {
        var to = instances.get(Math.floorMod(first + tried, instances.size()));
        http.request(new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(to.getHost())
                        .setPort(to.getPort())
                        .setURI(request.uri()))
                .compose(it -> it.putHeader("Content-Type", String.valueOf(request.getHeader("Content-Type")))
                        .send(body))
                .compose(it -> it.body().map(answer -> {
                    request.response()
                            .setStatusCode(it.statusCode())
                            .putHeader("Content-Type", String.valueOf(it.getHeader("Content-Type")))
                            .end(answer);
                    return answer;
                }))
                .onFailure(e -> {
                    if (tried + 1 < instances.size()) {
                        pass(request, body, first, tried + 1);
                    } else {
                        request.response().setStatusCode(BAD_GATEWAY).end();
                    }
                });
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
