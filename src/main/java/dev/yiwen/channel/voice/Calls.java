package dev.yiwen.channel.voice;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.SpeakingHeard;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.identity.Customer;
import dev.yiwen.identity.Customers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Opens calls and keeps what is said in them. Each event may come twice, late, or at another instance than the one before. */
@Singleton
final class Calls {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final int POLLS = 60;

    private final CallTable table;
    private final Conversations conversations;
    private final Utterances utterances;
    private final Delivery delivery;
    private final Customers customers;
    private final NamedAgents agents;
    private final Event<SpeakingHeard> speaking;

    Calls(
            CallTable table,
            Conversations conversations,
            Utterances utterances,
            Delivery delivery,
            Customers customers,
            NamedAgents agents,
            Event<SpeakingHeard> speaking) {
        this.speaking = speaking;
        this.table = table;
        this.conversations = conversations;
        this.utterances = utterances;
        this.delivery = delivery;
        this.customers = customers;
        this.agents = agents;
    }

    /** Opens the call, once; an agent whose phone rings has it at once, otherwise it waits in the queue. */
    Uni<CallAnswer> ringing(CallEvent.Ringing event) {
        return Uni.createFrom()
                .deferred(() -> findOrOpen(event))
                .onFailure(BeingOpened.class)
                .retry()
                .withBackOff(POLL, POLL)
                .atMost(POLLS)
                .chain(id -> agents.give(id, event.agent()))
                .map(call -> CallAnswer.ack(event, call));
    }

    Uni<CallAnswer> said(CallEvent.Transcript event) {
        return table.conversationOf(event.callId())
                .chain(conversations::load)
                .chain(call -> utterances
                        .append(
                                call.id(),
                                author(event, call),
                                event.messageId(),
                                event.text(),
                                event.spokenAt(),
                                event.revision())
                        .map(message -> CallAnswer.ack(event, call, message.seq())));
    }

    /** What comes after the final words is dropped. */
    Uni<CallAnswer> saying(CallEvent.Transcript event) {
        return table.conversationOf(event.callId())
                .chain(conversations::load)
                .call(call -> utterances
                        .isFinal(call.id(), event.messageId())
                        .chain(late -> late ? Uni.createFrom().voidItem() : show(event, call)))
                .map(call -> CallAnswer.ack(event, call));
    }

    private Uni<Void> show(CallEvent.Transcript event, Conversation call) {
        var speaker = author(event, call);
        return delivery.ephemeral(call.id(), new Ephemeral.PartialUtterance(speaker, event.messageId(), event.text()))
                .invoke(shown -> speaking.fireAsync(new SpeakingHeard(call, speaker, event.messageId(), event.text())));
    }

    private Uni<ConversationId> findOrOpen(CallEvent.Ringing event) {
        return table.endEarlier(event.callId(), event.number())
                .chain(() -> table.find(event.callId()))
                .chain(known -> {
                    var opened = known.flatMap(CallRow::conversation);
                    return opened.isPresent() ? Uni.createFrom().item(opened.get()) : open(event);
                });
    }

    private Uni<ConversationId> open(CallEvent.Ringing event) {
        return table.claim(event.callId(), event.number(), event.at())
                .invoke(mine -> {
                    if (!mine) {
                        throw new BeingOpened();
                    }
                })
                .chain(mine -> caller(event.number()))
                .chain(customer -> conversations.openCall(customer.id(), event.number()))
                .call(call -> table.opened(event.callId(), call.id()))
                .map(Conversation::id);
    }

    /** Who withholds the number is a visitor. */
    private Uni<Customer> caller(String number) {
        return CallerNumber.of(number).map(it -> customers.caller(it.e164())).orElseGet(customers::visitor);
    }

    private static Author author(CallEvent.Transcript event, Conversation call) {
        return switch (event.speaker()) {
            case CUSTOMER -> new Author.Customer();
            case AGENT ->
                call.owner() instanceof Owner.Agent(var id, var name)
                        ? new Author.Agent(id, name)
                        : Author.Agent.unnamed();
        };
    }

    /** Another is opening this call at this moment. */
    private static final class BeingOpened extends RuntimeException {
        BeingOpened() {
            super(null, null, false, false);
        }
    }
}
