package dev.yiwen.handoff.packet;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.SpokenOrder;
import dev.yiwen.handoff.packet.ContextPacket.Tried;
import dev.yiwen.handoff.packet.WrapUpDraft.Filed;
import dev.yiwen.handoff.queue.Handoffs;
import dev.yiwen.identity.Customers;
import dev.yiwen.privacy.Masked;
import dev.yiwen.ticket.Ticket;
import dev.yiwen.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Fills wrap-ups from what was said and stored, so that an agent changes rather than writes; no model is asked. */
@Singleton
public final class WrapUps {
    private static final int LONGEST_TRANSCRIPT = 500;
    private static final int TICKETS = 10;

    private static final String COMPLAINTS = "complaints";

    private final Conversations conversations;
    private final Tickets tickets;
    private final Handoffs handoffs;
    private final Customers customers;

    WrapUps(Conversations conversations, Tickets tickets, Handoffs handoffs, Customers customers) {
        this.customers = customers;
        this.handoffs = handoffs;
        this.conversations = conversations;
        this.tickets = tickets;
    }

    public Uni<WrapUpDraft> of(Conversation conversation) {
        return Uni.combine()
                .all()
                .unis(
                        conversations.messagesAfter(conversation.id(), 0, LONGEST_TRANSCRIPT),
                        conversations.lastReason(conversation.id()),
                        tickets.openOf(conversation.customer(), TICKETS),
                        handoffs.wasUrgent(conversation.id()),
                        customers.find(conversation.customer()))
                .asTuple()
                .map(it -> draft(
                        SpokenOrder.of(it.getItem1()),
                        it.getItem2(),
                        new Known(
                                filed(it.getItem3(), conversation),
                                it.getItem4(),
                                it.getItem5().name(),
                                conversation.subject())));
    }

    /** @param calling the number that the customer calls from */
    private record Known(
            List<Filed> filed,
            boolean urgent,
            @Nullable String customer,
            @Nullable String calling) {}

    private static WrapUpDraft draft(List<Message> transcript, Optional<HandoffReason> reason, Known known) {
        // Wrap-ups outlive the conversation, in reports and exports.
        return new WrapUpDraft(
                category(transcript, reason),
                Masked.text(String.join("\n", Summary.of(transcript, reason))),
                disposition(transcript, known.filed()),
                known.filed(),
                known.customer(),
                Masked.text(Summary.problem(transcript)),
                // Whoever opens a ticket for the customer is to reach them.
                CaseFacts.numberToCall(transcript, known.calling()).orElse(null),
                known.urgent());
    }

    private static List<Filed> filed(List<Ticket> open, Conversation conversation) {
        return open.stream()
                .map(it -> Filed.of(it, conversation.id().equals(it.conversationId())))
                .toList();
    }

    /** The topic of most of the articles that were shown, the first of several; a complaint without one is a complaint. */
    private static @Nullable String category(List<Message> transcript, Optional<HandoffReason> reason) {
        Map<String, Integer> shown = new LinkedHashMap<>();
        for (Tried tried : Attempts.in(transcript)) {
            tried.sources().stream()
                    .limit(1)
                    .map(it -> it.article().split("/", 2)[0])
                    .forEach(topic -> shown.merge(topic, 1, Integer::sum));
        }
        return shown.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .or(() -> reason.filter(it -> it.code() == HandoffReason.Code.LEGAL_OR_COMPLAINT)
                        .map(it -> COMPLAINTS))
                .orElse(null);
    }

    /** Only what the rows say: whether it was solved, the agent knows alone. */
    private static @Nullable String disposition(List<Message> transcript, List<Filed> filed) {
        if (filed.stream().anyMatch(Filed::here)) {
            return "ticket";
        }
        int lastOfAgent = last(transcript, Author.Agent.class::isInstance);
        int lastOfCustomer = last(transcript, Author.Customer.class::isInstance);
        int firstOfAgent = first(transcript);
        return firstOfAgent >= 0 && lastOfCustomer < firstOfAgent && lastOfAgent > firstOfAgent ? "noResponse" : null;
    }

    private static int first(List<Message> transcript) {
        for (int i = 0; i < transcript.size(); i++) {
            if (transcript.get(i).author() instanceof Author.Agent) {
                return i;
            }
        }
        return -1;
    }

    private static int last(List<Message> transcript, Predicate<Author> of) {
        for (int i = transcript.size() - 1; i >= 0; i--) {
            if (of.test(transcript.get(i).author())) {
                return i;
            }
        }
        return -1;
    }
}
