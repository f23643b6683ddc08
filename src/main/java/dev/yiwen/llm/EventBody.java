package dev.yiwen.llm;

import dev.langchain4j.http.client.sse.ServerSentEvent;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Server-sent events as their bytes arrive (WHATWG HTML, 9.2.6), without a thread that waits for them. A body longer than
 * any reply fails.
 */
final class EventBody implements HttpResponse.BodySubscriber<Void> {
    // A token comes in an event of some 300 bytes.
    private static final int LONGEST = 4 * 1024 * 1024;

    private final Consumer<ServerSentEvent> events;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private Flow.@Nullable Subscription subscription;
    private int bytes;

    EventBody(Consumer<ServerSentEvent> events) {
        this.events = events;
    }

    @Override
    public CompletionStage<Void> getBody() {
        return end;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        try {
            buffers.forEach(this::take);
        } catch (RuntimeException failure) {
            stop();
            end.completeExceptionally(failure);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        end.complete(null);
    }

    void stop() {
        var current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    private void take(ByteBuffer buffer) {
        bytes += buffer.remaining();
        if (bytes > LONGEST) {
            throw new ModelFailure(Fault.TOO_LONG);
        }
        while (buffer.hasRemaining() && !end.isDone()) {
            byte next = buffer.get();
            if (next == '\n') {
                take(line.toString(StandardCharsets.UTF_8));
                line.reset();
            } else if (next != '\r') {
                line.write(next);
            }
        }
    }

    private void take(String text) {
        if (text.startsWith("data:")) {
            data.append(data.isEmpty() ? "" : "\n").append(text.substring(text.startsWith("data: ") ? 6 : 5));
        } else if (text.isEmpty() && !data.isEmpty()) {
            var event = new ServerSentEvent(null, data.toString());
            data.setLength(0);
            events.accept(event);
        }
    }
}
