package dev.yiwen.conversation.delivery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.audit.CustomerData;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.NewMessage;
import dev.yiwen.conversation.store.Transcript.Appended;
import dev.yiwen.shared.Caches;
import dev.yiwen.shared.Signals;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The last messages of conversations as this instance committed them. Messages never change and their numbers have no holes,
 * so what is kept can be incomplete but never wrong: whoever asks names the last number wanted, and gets nothing unless all
 * messages up to it are here.
 */
@Singleton
public final class Recent {
    private static final int MOST_MESSAGES = 30;
    /** Characters in all, about 30 MB. */
    private static final long MOST_CHARACTERS = 10_000_000;
    /** What a message takes beside its text, in characters. */
    private static final int AROUND_TEXT = 200;

    /** Messages that follow on from one another, the last of them committed together with {@code conversation}. */
    private record Tail(Conversation conversation, List<Message> messages) {
        long first() {
            return messages.getFirst().seq();
        }

        long last() {
            return messages.getLast().seq();
        }

        public List<Message> between(long after, long upTo) {
            return messages.stream()
                    .filter(it -> it.seq() > after && it.seq() <= upTo)
                    .toList();
        }
    }

    private final Cache<ConversationId, Tail> tails = Caches.measured(
            "transcripts",
            Caffeine.newBuilder()
                    .maximumWeight(MOST_CHARACTERS)
                    .weigher((ConversationId id, Tail tail) -> tail.messages().stream()
                            .mapToInt(it -> AROUND_TEXT
                                    + it.body().texts().mapToInt(String::length).sum())
                            .sum()));
    private volatile Consumer<Appended> listener = appended -> {};

    /** Calls {@code listener} with all that is added from now on. */
    public void onAdded(Consumer<Appended> listener) {
        this.listener = listener;
    }

    /** The ids of customers are none of conversations, and forget nothing. */
    void forget(@Observes StartupEvent event, Signals signals) {
        signals.listen(
                CustomerData.ERASED_SIGNAL,
                id -> tails.invalidate(new ConversationId(UUID.fromString(id))),
                tails::invalidateAll);
    }

    /** A message of that conversation is no longer as it was committed. */
    public void drop(ConversationId id) {
        tails.invalidate(id);
    }

    public void add(Appended appended) {
        keep(appended);
        listener.accept(appended);
    }

    private void keep(Appended appended) {
        tails.asMap().compute(appended.message().conversation(), (id, before) -> {
            long seq = appended.message().seq();
            if (before != null && before.last() >= seq) {
                return before;
            }
            var messages = new ArrayList<Message>();
            if (before != null && before.last() == seq - 1) {
                int kept = Math.min(MOST_MESSAGES - 1, before.messages().size());
                messages.addAll(before.messages()
                        .subList(
                                before.messages().size() - kept,
                                before.messages().size()));
            }
            messages.add(appended.message());
            return new Tail(appended.conversation(), List.copyOf(messages));
        });
    }

    /** The messages after one number up to another, or nothing unless all of them are here. */
    public Optional<List<Message>> between(ConversationId id, long after, long upTo) {
        var tail = tails.getIfPresent(id);
        return tail == null || tail.first() > after + 1 || tail.last() < upTo
                ? Optional.empty()
                : Optional.of(tail.between(after, upTo));
    }

    /** What is new after a number, or nothing when a signal tells of more than is here. */
    public Optional<News.Item> since(long after, NewMessage signal) {
        var tail = tails.getIfPresent(signal.conversation());
        return tail == null || tail.first() > after + 1 || tail.last() < signal.seq()
                ? Optional.empty()
                : Optional.of(new News.Item(tail.conversation(), tail.between(after, Long.MAX_VALUE)));
    }
}
