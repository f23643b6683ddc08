package dev.yiwen.handoff;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.matching.Offers;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.handoff.wait.Waits;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** Those who wait for a human, in the order of their waiting and its urgency; and who gets them. */
@Singleton
public final class AgentQueue {
    /** More than so many colleagues do not snatch a conversation away one after the other. */
    private static final int TRIES = 10;

    private final Conversations conversations;
    private final Handoffs handoffs;
    private final Offers offers;
    private final Waits waits;
    private final Signals signals;

    AgentQueue(Conversations conversations, Handoffs handoffs, Offers offers, Waits waits, Signals signals) {
        this.conversations = conversations;
        this.handoffs = handoffs;
        this.offers = offers;
        this.waits = waits;
        this.signals = signals;
    }

    /** Gives a waiting conversation to an agent. Of several who ask exactly one gets it; {@code CONFLICT} for the others. */
    public Uni<Conversation> pick(ConversationId id, StaffId agent) {
        return conversations
                .load(id)
                .chain(it -> it.owner() instanceof Owner.Queue ? assign(it, agent) : settled(it, agent));
    }

    /** A call that rings at an agent's telephone is that agent's at once. */
    public Uni<Conversation> assignTo(ConversationId id, StaffId agent) {
        return pick(id, agent);
    }

    /** The most urgent conversation that nobody else is being asked to take; empty when there is none. */
    public Uni<Optional<Conversation>> next(StaffId agent) {
        return next(agent, TRIES);
    }

    /** The agent does not want what is offered; the next one is asked. */
    public Uni<Void> decline(ConversationId id, StaffId agent) {
        return offers.decline(id, agent)
                .chain(declined -> declined
                        ? signals.send(Routing.TOPIC, "")
                        : Uni.createFrom().voidItem());
    }

    /** {@code NOT_FOUND} when the conversation does not wait. */
    public Uni<QueuePlace> place(ConversationId id) {
        return waits.places()
                .map(places -> Optional.ofNullable(places.get(id))
                        .orElseThrow(
                                () -> new Problem(Problem.Kind.NOT_FOUND, "The conversation is not in the queue.")));
    }

    /** The places of all who wait, as they are now. */
    public Uni<Map<ConversationId, QueuePlace>> places() {
        return waits.places();
    }

    private Uni<Optional<Conversation>> next(StaffId agent, int tries) {
        if (tries == 0) {
            return Uni.createFrom().item(Optional.empty());
        }
        return offers.claim(agent)
                .chain(claimed -> claimed.map(it -> conversations
                                .assign(it.conversation(), it.epoch(), agent)
                                .chain(done -> done.isPresent()
                                        ? followed(done.get()).map(Optional::of)
                                        : next(agent, tries - 1)))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Conversation> assign(Conversation waiting, StaffId agent) {
        return conversations
                .assign(waiting.id(), waiting.epoch(), agent)
                .chain(assigned -> assigned.isPresent()
                        ? followed(assigned.get())
                        : conversations.load(waiting.id()).chain(it -> settled(it, agent)));
    }

    /** Asking twice for what one has already is no conflict. */
    private static Uni<Conversation> settled(Conversation it, StaffId agent) {
        return it.owner() instanceof Owner.Agent owner && owner.id().equals(agent)
                ? Uni.createFrom().item(it)
                : Uni.createFrom()
                        .failure(new Problem(
                                Problem.Kind.CONFLICT,
                                "The conversation does not wait any more; a colleague may have it."));
    }

    private Uni<Conversation> followed(Conversation assigned) {
        return handoffs.follow(assigned.id()).replaceWith(assigned);
    }
}
