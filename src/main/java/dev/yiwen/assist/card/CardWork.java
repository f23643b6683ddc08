package dev.yiwen.assist.card;

import dev.yiwen.conversation.ConversationId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** What is worked out for agents beside their talks, never in their way: a conversation goes on without what fails. */
@Singleton
public final class CardWork {
    private static final Logger LOG = Logger.getLogger(CardWork.class);

    /** How much is under way for a conversation. */
    private final Map<ConversationId, Integer> underWay = new ConcurrentHashMap<>();

    /** Begins at once. */
    public void begin(ConversationId conversation, String what, Uni<Void> work) {
        underWay.merge(conversation, 1, Integer::sum);
        work.onTermination()
                .invoke(() -> underWay.computeIfPresent(conversation, (id, n) -> n == 1 ? null : n - 1))
                .subscribe()
                .with(done -> {}, failure -> LOG.warnf(failure, "No %s for a message", what));
    }

    /** Whether nothing is being worked out for a conversation on this instance. */
    public boolean rests(ConversationId conversation) {
        return !underWay.containsKey(conversation);
    }
}
