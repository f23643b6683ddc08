package dev.yiwen.facts.rest;

import dev.yiwen.facts.FactDefinition;
import dev.yiwen.facts.FactQuery;
import dev.yiwen.facts.FactReading;
import dev.yiwen.facts.FactReading.Why;
import dev.yiwen.shared.OutsideAddress;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** One question and its answer. */
record FactExchange(HttpClient http, OutsideAddress to, Optional<String> token, Duration timeout) {
    private static final int LARGEST_ANSWER = 256 * 1024;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;

    /** Fails with {@link FactFailure}, or as the connection does. */
    Uni<FactReading> ask(FactDefinition fact, FactQuery query) {
        return Uni.createFrom()
                .completionStage(() -> http.request(options(fact))
                        .compose(request -> request.send(body(query)).compose(response -> read(request, response)))
                        .toCompletionStage())
                .map(answer -> reading(fact, answer));
    }

    private record Answer(int status, Buffer body) {}

    private RequestOptions options(FactDefinition fact) {
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(to.host())
                .setPort(to.port())
                .setSsl(to.secure())
                .setURI(to.path().replaceFirst("/+$", "") + "/facts/"
                        + fact.name().value())
                .setFollowRedirects(false)
                .setTimeout(timeout.toMillis())
                .putHeader("Content-Type", "application/json")
                .putHeader("Accept", "application/json")
                .putHeader("User-Agent", "Yiwen");
        token.ifPresent(it -> options.putHeader("Authorization", "Bearer " + it));
        return options;
    }

    private static Buffer body(FactQuery query) {
        var body = new JsonObject();
        query.inputs().forEach(body::put);
        return body.toBuffer();
    }

    /** Somebody who never stops answering is cut off. */
    private static Future<Answer> read(HttpClientRequest request, HttpClientResponse response) {
        var kept = Buffer.buffer();
        response.handler(part -> {
            if (kept.length() + part.length() > LARGEST_ANSWER) {
                request.reset();
            } else {
                kept.appendBuffer(part);
            }
        });
        return response.end().map(end -> new Answer(response.statusCode(), kept));
    }

    private static FactReading reading(FactDefinition fact, Answer answer) {
        return switch (answer.status()) {
            case OK ->
                fact.reading(object(answer.body()), Instant.now()).orElseThrow(() -> new FactFailure(Why.GARBLED));
            case NOT_FOUND -> new FactReading.Unknown(fact.name(), Instant.now());
            case UNAUTHORIZED, FORBIDDEN -> throw new FactFailure(Why.REFUSED);
            default -> throw new FactFailure(Why.DOWN);
        };
    }

    private static Map<String, Object> object(Buffer body) {
        try {
            return new JsonObject(body).getMap();
        } catch (DecodeException e) {
            throw new FactFailure(Why.GARBLED);
        }
    }
}
