package dev.yiwen.assist.cases;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The model of this instance: learned in the background when it begins to serve, and anew when replies came or went, so seldom that
 * it costs a twentieth of one core.
 */
@Singleton
final class ReplyModels {
    private static final Logger LOG = Logger.getLogger(ReplyModels.class);
    private static final int PAUSES = 20;
    /** What is learned so fast is learned at each change, and waited for. */
    private static final Duration FAST = Duration.ofSeconds(2);

    /** @param from in the order of the model's indices */
    record Learned(ReplyModel model, List<PastReplies.Stored> from) {
        Learned {
            from = List.copyOf(from);
        }
    }

    private final PastReplies replies;
    private final Signals signals;
    private final ExecutorService learner = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "past-replies");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        return thread;
    });

    private @Nullable Learned known;
    private @Nullable Uni<Learned> learning;
    /** Counts changes, so that one that comes during learning is not lost. */
    private long changes;

    private long learnedChanges = -1;
    private long notBefore = System.nanoTime();
    private boolean fast = true;

    ReplyModels(PastReplies replies, Signals signals) {
        this.replies = replies;
        this.signals = signals;
    }

    void listen(@Observes StartupEvent event) {
        signals.listen(
                PastReplies.TOPIC,
                payload -> {
                    if (payload.equals(PastReplies.REPLACED)) {
                        forget();
                    } else {
                        changed();
                    }
                },
                this::changed);
        signals.listen(CustomerData.ERASED_SIGNAL, id -> forget(), this::forget);
    }

    /** The first conversation must not wait for what takes half a minute. A command learns nothing. */
    void onServing(@ObservesAsync HttpServerStart start) {
        current()
                .subscribe()
                .with(learned -> {}, failure -> LOG.warn("Past replies were not learned from yet", failure));
    }

    /** What is known, at once where learning takes long; only who asks first waits until something is. */
    synchronized Uni<Learned> current() {
        var inHand = known;
        boolean due = learnedChanges != changes && (fast || System.nanoTime() - notBefore >= 0);
        var coming = learning;
        if (coming == null && (inHand == null || due)) {
            coming = learn(changes);
            learning = coming;
        }
        return coming != null && (inHand == null || fast)
                ? coming
                : Uni.createFrom().item(Objects.requireNonNull(inHand));
    }

    private Uni<Learned> learn(long upTo) {
        var work = replies.stored()
                .emitOn(learner)
                .map(stored -> {
                    long began = System.nanoTime();
                    var learned = new Learned(
                            ReplyModel.of(stored.stream()
                                    .map(PastReplies.Stored::reply)
                                    .toList()),
                            stored);
                    keep(learned, upTo, Duration.ofNanos(System.nanoTime() - began));
                    return learned;
                })
                .onFailure()
                .invoke(this::failed)
                .memoize()
                .indefinitely();
        work.subscribe().with(learned -> {}, failure -> LOG.warn("Past replies were not learned from", failure));
        return work;
    }

    private synchronized void keep(Learned learned, long upTo, Duration took) {
        known = learned;
        learnedChanges = upTo;
        learning = null;
        fast = took.compareTo(FAST) < 0;
        notBefore = System.nanoTime() + took.multipliedBy(PAUSES).toNanos();
    }

    private synchronized void failed() {
        learning = null;
    }

    private synchronized void changed() {
        changes++;
    }

    /** Of somebody who was erased nothing stays, and nobody knows which words were theirs. */
    private synchronized void forget() {
        changes++;
        known = null;
    }

    @PreDestroy
    void leave() {
        learner.shutdownNow();
    }
}
