package dev.yiwen.handoff.queue;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A supervisor takes a conversation from the agent who has it. */
@Singleton
public final class TakeOver {
    private final Conversations conversations;
    private final Handoffs handoffs;

    TakeOver(Conversations conversations, Handoffs handoffs) {
        this.conversations = conversations;
        this.handoffs = handoffs;
    }

    /**
     * @param epoch under which the supervisor saw it
     * @return {@code CONFLICT} when it has changed hands since, or no agent has it; of several who ask, one gets it
     */
    public Uni<Conversation> by(StaffId supervisor, ConversationId id, int epoch) {
        return conversations
                .takeOver(id, epoch, supervisor)
                .chain(taken -> taken.map(it -> Uni.createFrom().item(Optional.of(it)))
                        .orElseGet(() -> hadBefore(id, supervisor)))
                .map(it -> it.orElseThrow(() -> new Problem(
                        Problem.Kind.CONFLICT, "The conversation has changed hands meanwhile; look at it again.")))
                // The first makes the row of the new agent, the second gives it to them.
                .call(it -> handoffs.follow(it.id()).chain(() -> handoffs.follow(it.id())));
    }

    /** Asking twice for what one has already is no conflict. */
    private Uni<Optional<Conversation>> hadBefore(ConversationId id, StaffId supervisor) {
        return conversations
                .load(id)
                .map(it -> Optional.of(it)
                        .filter(now -> now.owner() instanceof Owner.Agent owner
                                && owner.id().equals(supervisor)));
    }
}
