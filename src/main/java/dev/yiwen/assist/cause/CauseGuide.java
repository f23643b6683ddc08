package dev.yiwen.assist.cause;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.card.Lane;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.conversation.UtteranceCorrected;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps before the agent which causes a fault may have, and what to ask. */
@Singleton
final class CauseGuide {
    private static final String WHAT = "causes";
    private static final int TRANSCRIPT = 60;

    private final Conversations conversations;
    private final CauseSearch search;
    private final Suggestions suggestions;
    private final CardWork work;

    CauseGuide(Conversations conversations, CauseSearch search, Suggestions suggestions, CardWork work) {
        this.conversations = conversations;
        this.search = search;
        this.suggestions = suggestions;
        this.work = work;
    }

    void said(@ObservesAsync CustomerMessageCommitted event) {
        var conversation = event.conversation();
        if (conversation.hasAgentListening()) {
            work.begin(
                    conversation.id(),
                    WHAT,
                    transcript(conversation)
                            .chain(all -> search.heard(conversation.id(), all, last(all))
                                    .chain(it -> show(conversation.id(), last(all), it))));
        }
    }

    void taken(@ObservesAsync OwnerChanged event) {
        var conversation = event.after();
        if (conversation.owner() instanceof Owner.Agent && !(event.before().owner() instanceof Owner.Agent)) {
            work.begin(
                    conversation.id(),
                    WHAT,
                    transcript(conversation)
                            .chain(all -> search.heard(conversation.id(), all, 0)
                                    .chain(it -> show(conversation.id(), last(all), it))));
        }
    }

    void corrected(@ObservesAsync UtteranceCorrected event) {
        var conversation = event.conversation();
        work.begin(
                conversation.id(),
                WHAT,
                transcript(conversation)
                        .chain(all -> search.corrected(
                                        conversation.id(), all, event.message().seq())
                                .chain(it -> show(conversation.id(), last(all), it))));
    }

    /** Fails with {@code FORBIDDEN} for anybody but the agent who has the conversation. */
    Uni<Void> answer(ConversationId id, String question, @Nullable String symptom, Staff by) {
        return owned(id, by)
                .chain(conversation ->
                        search.answer(id, question, symptom, by.id()).chain(() -> again(conversation)));
    }

    /** The same. */
    Uni<Void> withdraw(ConversationId id, String asked, Staff by) {
        return owned(id, by)
                .chain(conversation -> search.withdraw(id, asked, by.id()).chain(() -> again(conversation)));
    }

    private Uni<Void> again(Conversation conversation) {
        return search.of(conversation.id()).chain(it -> show(conversation.id(), conversation.lastSeq(), it));
    }

    private Uni<Conversation> owned(ConversationId id, Staff by) {
        return conversations.load(id).invoke(conversation -> {
            var owns = conversation.owner() instanceof Owner.Agent(var agent, var name) && agent.equals(by.id());
            if (!owns || !by.may(Right.ANSWER)) {
                throw new Problem(
                        Problem.Kind.FORBIDDEN, "Only the agent who has this conversation answers for its customer.");
            }
        });
    }

    private Uni<List<Message>> transcript(Conversation conversation) {
        return conversations.messagesAfter(
                conversation.id(), Math.max(0, conversation.lastSeq() - TRANSCRIPT), TRANSCRIPT + 10);
    }

    private Uni<Void> show(ConversationId conversation, long forSeq, CauseSearch.State state) {
        var cards = CauseCards.of(state);
        if (cards.isEmpty()) {
            // Of most talks there is nothing to show, and nothing to take away.
            return suggestions
                    .current(conversation)
                    .chain(now -> now.suggestions().stream().anyMatch(it -> it.kind() == Card.Kind.CAUSE)
                            ? suggestions.show(conversation, forSeq, Lane.CAUSE, cards)
                            : Uni.createFrom().voidItem());
        }
        return suggestions.show(conversation, forSeq, Lane.CAUSE, cards);
    }

    private static long last(List<Message> transcript) {
        return transcript.isEmpty() ? 0 : transcript.getLast().seq();
    }
}
