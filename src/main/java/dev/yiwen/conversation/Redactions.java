package dev.yiwen.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.audit.CustomerData;
import dev.yiwen.llm.Redaction;
import dev.yiwen.shared.Caches;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The tokens of personal data in a conversation: the same value has the same one in prompts, traces and packets. They are
 * counted in the order of the messages, so that no table holds what they stand for; in memory they are kept for as long as
 * the conversation is asked about, and each message is read once.
 */
@Singleton
public final class Redactions {
    private static final int LONGEST_TRANSCRIPT = 2000;
    private static final int MOST = 1000;
    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final Known NOTHING = new Known(0, Redaction.of(""));

    private final Conversations conversations;
    private final AtomicInteger erased = new AtomicInteger();
    private final Cache<ConversationId, Known> kept = Caches.measured(
            "redactions", Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(KEPT));

    Redactions(Conversations conversations) {
        this.conversations = conversations;
    }

    /** The tokens of all messages up to a number. */
    private record Known(long seq, Redaction tokens) {}

    /** Nobody knows which conversations were the customer's any more. */
    void forget(@Observes StartupEvent start, Signals signals) {
        signals.listen(CustomerData.ERASED_SIGNAL, id -> forget(), this::forget);
    }

    private void forget() {
        erased.incrementAndGet();
        kept.invalidateAll();
    }

    /** The tokens of all that was said, and {@code text} with them; comes on a worker. */
    public Uni<Redaction> of(ConversationId conversation, String text) {
        return Uni.createFrom().deferred(() -> {
            int before = erased.get();
            var known = kept.get(conversation, it -> NOTHING);
            return conversations
                    .messagesAfter(conversation, known.seq(), LONGEST_TRANSCRIPT - (int) known.seq())
                    .emitOn(Infrastructure.getDefaultWorkerPool())
                    .map(fresh -> read(known, fresh))
                    .invoke(now -> keep(conversation, now, before))
                    .map(now -> now.tokens().with(List.of(), text));
        });
    }

    private static Known read(Known known, List<Message> fresh) {
        return fresh.isEmpty()
                ? known
                : new Known(
                        fresh.getLast().seq(),
                        known.tokens()
                                .with(
                                        fresh.stream()
                                                .flatMap(it -> it.body().texts())
                                                .toList(),
                                        ""));
    }

    private void keep(ConversationId conversation, Known now, int before) {
        kept.asMap().merge(conversation, now, (one, other) -> one.seq() > other.seq() ? one : other);
        // Somebody was erased while this was read: it may have been theirs.
        if (erased.get() != before) {
            kept.invalidate(conversation);
        }
    }
}
