package dev.yiwen.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.langchain4j.http.client.sse.ServerSentEventParsingHandle;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One streamed request, which can be stopped at any moment. LangChain4j's own client can be stopped only once something
 * has arrived, and keeps back the header that says when to come again.
 */
final class StreamedRequest implements HttpClient, HttpClientBuilder, ServerSentEventParsingHandle {
    private final java.net.http.HttpClient http;
    private volatile @Nullable CompletableFuture<HttpResponse<Void>> answer;
    private volatile @Nullable EventBody body;
    private volatile boolean stopped;

    StreamedRequest(java.net.http.HttpClient http) {
        this.http = http;
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        var sent = http.sendAsync(translated(request), head -> bodyOf(head, listener));
        answer = sent;
        if (stopped) {
            cancel();
        }
        // On the client's threads, like its events: the common pool knows nothing of the application's classes.
        var unused = sent.whenCompleteAsync(
                (response, failure) -> {
                    if (failure != null) {
                        listener.onError(failure);
                    } else {
                        listener.onClose();
                    }
                },
                http.executor().orElseThrow());
    }

    private HttpResponse.BodySubscriber<Void> bodyOf(HttpResponse.ResponseInfo head, ServerSentEventListener listener) {
        var refusal = refusal(head);
        var context = new ServerSentEventContext(this);
        var events = new EventBody(event -> listener.onEvent(event, context));
        body = events;
        if (refusal != null) {
            events.getBody().toCompletableFuture().completeExceptionally(refusal);
        } else {
            listener.onOpen(SuccessfulHttpResponse.builder()
                    .statusCode(head.statusCode())
                    .build());
        }
        return events;
    }

    private static @Nullable ModelFailure refusal(HttpResponse.ResponseInfo head) {
        int status = head.statusCode();
        if (status == 429) {
            return new ModelFailure(Fault.BUSY, retryAfter(head));
        }
        if (status >= 500) {
            return new ModelFailure(Fault.BROKEN, retryAfter(head));
        }
        if (status != 200) {
            return new ModelFailure(Fault.REJECTED);
        }
        String type = head.headers().firstValue("Content-Type").orElse("");
        return type.startsWith("text/event-stream") ? null : new ModelFailure(Fault.UNREADABLE);
    }

    /** Seconds or a date (RFC 9110, 10.2.3). */
    private static Duration retryAfter(HttpResponse.ResponseInfo head) {
        String value = head.headers().firstValue("Retry-After").orElse("0").strip();
        try {
            if (value.matches("\\d{1,6}")) {
                return Duration.ofSeconds(Integer.parseInt(value));
            }
            var date = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(Instant.now(), date.toInstant());
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }

    private static java.net.http.HttpRequest translated(HttpRequest request) {
        var translated = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .method(request.method().name(), java.net.http.HttpRequest.BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> translated.header(name, value)));
        return translated.build();
    }

    @Override
    public void cancel() {
        stopped = true;
        var current = answer;
        if (current != null) {
            current.cancel(true);
        }
        var events = body;
        if (events != null) {
            events.stop();
        }
    }

    @Override
    public boolean isCancelled() {
        return stopped;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        throw new UnsupportedOperationException("Replies are streamed");
    }

    /** Time-outs are the caller's: they span all attempts. */
    @Override
    public @Nullable Duration connectTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder connectTimeout(@Nullable Duration timeout) {
        return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder readTimeout(@Nullable Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return this;
    }
}
