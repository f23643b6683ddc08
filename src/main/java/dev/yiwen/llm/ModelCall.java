package dev.yiwen.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.ToolExecutionResultMessage;
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
import java.util.ArrayList;
import java.util.List;
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
    /** After so many rounds of looking things up it has to write. */
    private static final int ROUNDS = 2;
    /** In one reply. */
    private static final int LOOKS = 4;

    private final ModelConfig config;
    private final StreamedRequest exchange;
    private final @Nullable StreamingChatModel own;
    private final UsageMeter meter;
    private final Consumer<String> text;
    private final CompletableFuture<@Nullable TokenUsage> end = new CompletableFuture<>();
    private final StringBuffer written = new StringBuffer();
    /** Of all rounds. */
    private final List<ChatMessage> messages = new ArrayList<>();

    private Toolbox tools = Toolbox.NONE;
    private @Nullable TokenUsage counted;
    private boolean allCounted = true;
    private volatile int round;
    private volatile long asked;
    private int looked;

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
        tools = prompt.tools();
        messages.add(SystemMessage.from(prompt.system()));
        messages.add(UserMessage.from(prompt.user().text()));
        asked = prompt.tokens();
        ask();
        return Uni.createFrom().completionStage(end);
    }

    private void ask() {
        var request = ChatRequest.builder().messages(List.copyOf(messages));
        var offered = tools.specifications();
        if (round < ROUNDS && !offered.isEmpty()) {
            request.toolSpecifications(offered);
        }
        var whole = request.build();
        if (own == null) {
            ask(model(), whole);
        } else {
            // Nobody knows whether it blocks.
            Infrastructure.getDefaultWorkerPool().execute(() -> ask(own, whole));
        }
    }

    /** What it wanted to know it is told, and asked again. */
    private void lookUp(AiMessage wanted) {
        if (round >= ROUNDS || tools.specifications().isEmpty()) {
            fail(new ModelFailure(Fault.ONLY_TOOLS));
            return;
        }
        var results = wanted.toolExecutionRequests().stream()
                .map(it -> looked++ < LOOKS
                        ? tools.execute(it)
                        : Uni.createFrom().item(ToolExecutionResultMessage.from(it, "查得太多了，请直接回答。")))
                .toList();
        Uni.join().all(results).andFailFast().subscribe().with(told -> askAgain(wanted, told), this::onError);
    }

    private void askAgain(AiMessage wanted, List<ToolExecutionResultMessage> told) {
        if (end.isDone()) {
            return;
        }
        messages.add(wanted);
        messages.addAll(told);
        round++;
        asked += asked + told.stream().mapToInt(it -> TokenCount.of(it.text())).sum();
        failAfter(config.firstText().plus(config.timeout().minus(meter.left(config.timeout()))), Fault.SLOW_START);
        ask();
    }

    /** Tokens that were asked, over all rounds. */
    long asked() {
        return asked;
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
        int began = round;
        var timer = Infrastructure.getDefaultWorkerPool()
                .schedule(
                        () -> {
                            if (fault == Fault.SLOW || written.isEmpty() && began == round) {
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
        count(response.tokenUsage());
        if (end.isDone()) {
            return;
        }
        if (response.aiMessage().hasToolExecutionRequests()) {
            lookUp(response.aiMessage());
        } else if (reason == FinishReason.LENGTH) {
            fail(new ModelFailure(Fault.TOO_LONG));
        } else if (written.toString().isBlank()) {
            fail(new ModelFailure(Fault.EMPTY));
        } else if (reason == null && own == null) {
            // The connection ended before the reply did.
            fail(new ModelFailure(Fault.CUT));
        } else {
            end.complete(allCounted ? counted : null);
        }
    }

    private void count(@Nullable TokenUsage usage) {
        allCounted &= usage != null;
        counted = usage == null || counted == null ? usage : counted.add(usage);
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
