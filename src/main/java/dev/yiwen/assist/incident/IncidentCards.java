package dev.yiwen.assist.incident;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.card.Lane;
import dev.yiwen.assist.card.LaneEdit;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.incident.Affected;
import dev.yiwen.incident.Concerned;
import dev.yiwen.incident.Incident;
import dev.yiwen.incident.IncidentWords;
import dev.yiwen.incident.Incidents;
import dev.yiwen.incident.Said;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts what was declared before every other card while the customer speaks of its matter. Drills are for agents, too. */
@Singleton
final class IncidentCards {
    private static final int READ = 40;
    private static final int LATELY = 6;

    private final Incidents incidents;
    private final Concerned concerned;
    private final Shown shown;
    private final Conversations conversations;
    private final CardWork work;

    IncidentCards(Incidents incidents, Concerned concerned, Shown shown, Conversations conversations, CardWork work) {
        this.incidents = incidents;
        this.concerned = concerned;
        this.shown = shown;
        this.conversations = conversations;
        this.work = work;
    }

    /** What becomes cards, and how they read. */
    @Singleton
    record Shown(LaneEdit lanes, IncidentWords words, Messages messages) {}

    void asked(@ObservesAsync CustomerMessageCommitted event) {
        if (event.conversation().owner() instanceof Owner.Agent) {
            begin(event.conversation(), conversations.upTo(event.message(), READ));
        }
    }

    /** An agent has it now, and what was said before is for them. */
    void taken(@ObservesAsync OwnerChanged event) {
        var conversation = event.after();
        if (conversation.owner() instanceof Owner.Agent) {
            begin(
                    conversation,
                    conversations.messagesAfter(conversation.id(), Math.max(0, conversation.lastSeq() - READ), READ));
        }
    }

    private void begin(Conversation conversation, Uni<List<Message>> read) {
        if (incidents.standing().isEmpty() && incidents.over().isEmpty()) {
            return;
        }
        work.begin(conversation.id(), "card of what stands", read.chain(said -> look(conversation, said)));
    }

    private Uni<Void> look(Conversation conversation, List<Message> said) {
        var texts = said.stream()
                .filter(it -> it.author() instanceof Author.Customer && it.body() instanceof Body.Text)
                .map(it -> it.body().text())
                .toList();
        if (texts.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var lately = texts.subList(Math.max(0, texts.size() - LATELY), texts.size());
        var seq = said.getLast().seq();
        return Multi.createFrom()
                .iterable(incidents.standing())
                .onItem()
                .transformToUniAndConcatenate(it -> concerned
                        .by(it, conversation.customer(), new Said(lately, texts, Set.of(), null, null))
                        .map(affected -> Optional.of(affected)
                                .filter(found -> found != Affected.NO)
                                .map(found -> card(it, found))))
                .filter(Optional::isPresent)
                .map(Optional::get)
                .collect()
                .asList()
                .chain(cards -> shown.lanes()
                        .change(
                                conversation.id(),
                                Lane.INCIDENT,
                                before -> before.cards().isEmpty() && cards.isEmpty()
                                        ? Optional.empty()
                                        : Optional.of(new LaneEdit.After(Math.max(seq, before.forSeq()), cards))));
    }

    private Card card(Incident incident, Affected affected) {
        var title = affected == Affected.YES
                ? shown.messages().text("incident.card")
                : shown.messages()
                        .text(
                                "incident.card.maybe",
                                Map.of("where", shown.words().scope(Locale.CHINESE, incident.scope())));
        return new Card(
                "incident:" + incident.id() + "@" + incident.version(),
                Card.Kind.ANSWER,
                incident.drill() ? shown.messages().text("incident.card.drill", Map.of("title", title)) : title,
                shown.words().standing(Locale.CHINESE, incident, Instant.now()),
                null,
                null,
                incident.drill() ? Audience.AGENT : Audience.CUSTOMER,
                1,
                new JsonObject().put("incident", incident.id().toString()));
    }
}
