package dev.yiwen.llm;

import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** One attempt. The model object is made for it, so that its connection ends with it. */
final class ModelCall implements StreamingChatResponseHandler {
    private static final Logger LOG = Logger.getLogger(ModelCall.class);
    // A token of Chinese is about two characters, one of English about four.
    private static final int CHARACTERS_A_TOKEN = 6;

    private final ModelConfig config;
    private final StreamedRequest exchange;
    private final @Nullable StreamingChatModel own;
    private final UsageMeter meter;
    private final Consumer<String> text;
    private final CompletableFuture<@Nullable TokenUsage> end = new CompletableFuture<>();
    private final StringBuffer written = new StringBuffer();

    /** @param own to ask in place of the configured one; it cannot be stopped, only no longer listened to */
    ModelCall(
            ModelConfig config,
            HttpClient http,
            @Nullable StreamingChatModel own,
            UsageMeter meter,
            Consumer<String> text) {
        this.config = config;
        this.exchange = new StreamedRequest(http);
        this.own = own;
        this.meter = meter;
        this.text = text;
    }

    /** Begins; fails with {@link ModelFailure} alone. The item is the server's count of tokens, if it has one. */
    Uni<@Nullable TokenUsage> make(Prompt prompt) {
        meter.begin();
        failAfter(config.firstText(), Fault.SLOW_START);
        failAfter(config.timeout(), Fault.SLOW);
        var request = ChatRequest.builder()
                .messages(
                        SystemMessage.from(prompt.system()),
                        UserMessage.from(prompt.user().text()))
                .build();
        if (own == null) {
            ask(model(), request);
        } else {
            // Nobody knows whether it blocks.
            Infrastructure.getDefaultWorkerPool().execute(() -> ask(own, request));
        }
        return Uni.createFrom().completionStage(end);
    }

    private void ask(StreamingChatModel model, ChatRequest request) {
        try {
            model.chat(request, this);
        } catch (RuntimeException failure) {
            onError(failure);
        }
    }

    /** What it wrote so far. */
    String written() {
        return written.toString();
    }

    private OpenAiStreamingChatModel model() {
        return OpenAiStreamingChatModel.builder()
                .httpClientBuilder(exchange)
                .baseUrl(config.baseUrl().orElseThrow())
                .apiKey(config.apiKey().orElse("none"))
                .modelName(config.model())
                .temperature(0.0)
                .maxTokens(config.maxTokens())
                .build();
    }

    private void failAfter(Duration patience, Fault fault) {
        var timer = Infrastructure.getDefaultWorkerPool()
                .schedule(
                        () -> {
                            if (fault == Fault.SLOW || written.isEmpty()) {
                                fail(new ModelFailure(fault));
                            }
                        },
                        Math.max(0, meter.left(patience).toMillis()),
                        TimeUnit.MILLISECONDS);
        var unused = end.whenComplete((usage, failure) -> timer.cancel(false));
    }

    private void fail(ModelFailure failure) {
        end.completeExceptionally(failure.with(meter.left(config.firstText())));
        exchange.cancel();
    }

    @Override
    public void onPartialResponse(String part) {
        if (end.isDone()) {
            return;
        }
        meter.text();
        written.append(part);
        if (written.length() > config.maxTokens() * CHARACTERS_A_TOKEN) {
            fail(new ModelFailure(Fault.TOO_LONG));
        } else {
            text.accept(part);
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        FinishReason reason = response.metadata().finishReason();
        if (reason == FinishReason.LENGTH) {
            fail(new ModelFailure(Fault.TOO_LONG));
        } else if (written.toString().isBlank()) {
            fail(new ModelFailure(Fault.EMPTY));
        } else if (reason == null && own == null) {
            // The connection ended before the reply did.
            fail(new ModelFailure(Fault.CUT));
        } else {
            end.complete(response.tokenUsage());
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!end.isDone()) {
            fail(classified(failure));
        }
    }

    private static ModelFailure classified(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ModelFailure known) {
                return known;
            }
            if (cause instanceof ConnectException) {
                return new ModelFailure(Fault.UNREACHABLE);
            }
            if (cause instanceof com.fasterxml.jackson.core.JacksonException) {
                return new ModelFailure(Fault.UNREADABLE);
            }
            if (cause instanceof IOException) {
                return new ModelFailure(Fault.CUT);
            }
        }
        // Without its message, which may quote what was sent.
        LOG.warnf(
                "The chat model failed in a way not foreseen: %s",
                failure.getClass().getName());
        return new ModelFailure(Fault.UNEXPECTED);
    }
}
