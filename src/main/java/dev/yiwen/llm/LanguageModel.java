package dev.yiwen.llm;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.output.TokenUsage;
import io.micrometer.core.instrument.Metrics;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.http.HttpClient;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The chat model of this installation, if it has one. Whoever calls it has a way to go on without: a model that is slow,
 * down, overloaded or cut off, or whose budget is spent, is told of within the configured patience.
 */
@Singleton
public class LanguageModel {
    private static final Logger LOG = Logger.getLogger(LanguageModel.class);

    private final ModelConfig config;
    private final Budget budget;
    private final @Nullable Connected connected;

    /** What only an installation with a model needs. */
    private record Connected(
            HttpClient http,
            TypedGuard<Uni<Void>> guard,
            @Nullable StreamingChatModel own) {}

    @Inject
    LanguageModel(ModelConfig config, Budget budget, OwnModel own) {
        this(config, budget, own.get());
    }

    LanguageModel(ModelConfig config, Budget budget, @Nullable StreamingChatModel own) {
        this.config = config;
        this.budget = budget;
        this.connected = own != null || config.baseUrl().isPresent()
                ? new Connected(http(config), RetryPolicy.guard(config), own)
                : null;
    }

    public boolean configured() {
        return connected != null;
    }

    public String name() {
        var own = connected == null ? null : connected.own;
        var name = own == null ? config.model() : own.defaultRequestParameters().modelName();
        return name == null ? "own" : name;
    }

    /**
     * Asks the model. Never fails.
     *
     * @param text gets what it writes, part by part, one after the other, on a thread that it must not block
     */
    public Uni<Reply> write(Prompt prompt, Consumer<String> text) {
        Connected model = connected;
        var meter = new UsageMeter();
        if (model == null) {
            return Uni.createFrom().item(new Reply.Broken(Fault.UNREACHABLE, meter.usage()));
        }
        return model.guard
                .get(() -> attempt(prompt, new ModelCall(config, model.http, model.own, meter, text), meter))
                .<Reply>map(done -> new Reply.Whole(meter.usage()))
                .ifNoItem()
                .after(config.timeout())
                .failWith(() -> new ModelFailure(Fault.SLOW))
                .onFailure()
                .recoverWithItem(failure -> new Reply.Broken(fault(failure), meter.usage()))
                .invoke(LanguageModel::measure);
    }

    private static void measure(Reply reply) {
        var outcome = switch (reply) {
            case Reply.Whole whole -> "whole";
            case Reply.Broken broken -> broken.fault().name().toLowerCase(Locale.ROOT);
        };
        Metrics.timer("yiwen.model.calls", "outcome", outcome)
                .record((long) reply.usage().totalMs(), TimeUnit.MILLISECONDS);
        Metrics.counter("yiwen.model.tokens")
                .increment(reply.usage().prompt() + reply.usage().reply());
    }

    private Uni<Void> attempt(Prompt prompt, ModelCall call, UsageMeter meter) {
        long expected = prompt.tokens() + (long) config.maxTokens();
        return budget.reserve(prompt.conversation(), expected).chain(grant -> switch (grant) {
            case Budget.Grant.Refused refused -> Uni.createFrom().failure(new ModelFailure(refused.why()));
            case Budget.Grant.Granted granted ->
                call.make(prompt)
                        .onItemOrFailure()
                        .invoke((usage, failure) -> {
                            long spent = spent(prompt, call, meter, usage, failure);
                            settle(prompt, granted, spent - expected);
                        })
                        .replaceWithVoid();
        });
    }

    private static long spent(
            Prompt prompt, ModelCall call, UsageMeter meter, @Nullable TokenUsage usage, @Nullable Throwable failure) {
        return failure != null && fault(failure).costsNothing() ? 0 : meter.spend(call.asked(), call.written(), usage);
    }

    /** The customer does not wait for the books. */
    private void settle(Prompt prompt, Budget.Grant.Granted granted, long difference) {
        budget.settle(prompt.conversation(), granted.day(), difference)
                .subscribe()
                .with(done -> {});
    }

    private static Fault fault(Throwable failure) {
        return switch (failure) {
            case ModelFailure known -> known.fault();
            case CircuitBreakerOpenException open -> Fault.PAUSED;
            case BulkheadException full -> Fault.CROWDED;
            default -> {
                LOG.warn("The chat model could not be asked", failure);
                yield Fault.UNEXPECTED;
            }
        };
    }

    private static HttpClient http(ModelConfig config) {
        return HttpClient.newBuilder()
                // Several local servers do not take the upgrade to HTTP/2.
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.firstText())
                .executor(Executors.newCachedThreadPool(LanguageModel::thread))
                .build();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "model");
        thread.setDaemon(true);
        thread.setContextClassLoader(LanguageModel.class.getClassLoader());
        return thread;
    }

    @PreDestroy
    void close() {
        if (connected != null) {
            connected.http.shutdownNow();
        }
    }
}
