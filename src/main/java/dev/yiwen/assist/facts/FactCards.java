package dev.yiwen.assist.facts;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.card.Lane;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.conversation.UtteranceCorrected;
import dev.yiwen.facts.FactReading;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Shows an agent the figures that the customer speaks of: at once what the operator's systems have said in time, the rest when it
 * comes. What is said of nothing like that leaves the cards as they are.
 */
@Singleton
final class FactCards {
    private static final Logger LOG = Logger.getLogger(FactCards.class);
    private static final int TRANSCRIPT = 30;

    private final Conversations conversations;
    private final WantedFacts wanted;
    private final FactCard card;
    private final Suggestions suggestions;
    private final CardWork work;

    FactCards(Conversations conversations, WantedFacts wanted, FactCard card, Suggestions suggestions, CardWork work) {
        this.work = work;
        this.conversations = conversations;
        this.wanted = wanted;
        this.card = card;
        this.suggestions = suggestions;
    }

    void said(@ObservesAsync CustomerMessageCommitted event) {
        if (event.conversation().hasAgentListening()) {
            show(event.conversation(), event.message());
        }
    }

    /** Figures that only misheard words asked for go. */
    void corrected(@ObservesAsync UtteranceCorrected event) {
        var conversation = event.conversation();
        var said = event.message();
        if (!conversation.hasAgentListening() || !(said.author() instanceof Author.Customer)) {
            return;
        }
        if (FactWords.in(said.body().text()).isEmpty()) {
            suggestions
                    .takeBack(conversation.id(), said.seq(), Lane.FACT)
                    .subscribe()
                    .with(done -> {}, failure -> LOG.warn("Live facts that leaned on other words stay", failure));
        } else {
            show(conversation, said);
        }
    }

    /** The last thing that wanted any. */
    void taken(@ObservesAsync OwnerChanged event) {
        var after = event.after();
        if (wanted.possible()
                && after.owner() instanceof Owner.Agent
                && !(event.before().owner() instanceof Owner.Agent)) {
            conversations
                    .messagesAfter(after.id(), Math.max(0, after.lastSeq() - TRANSCRIPT), TRANSCRIPT)
                    .subscribe()
                    .with(
                            transcript -> lastThatWantsAny(transcript).ifPresent(it -> show(after, it)),
                            failure -> LOG.warn("No live facts for a conversation that was taken", failure));
        }
    }

    private static Optional<Message> lastThatWantsAny(List<Message> transcript) {
        return transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer
                        && !FactWords.in(it.body().text()).isEmpty())
                .reduce((before, after) -> after);
    }

    private void show(Conversation conversation, Message said) {
        if (!wanted.possible() || FactWords.in(said.body().text()).isEmpty()) {
            return;
        }
        work.begin(
                conversation.id(),
                "live facts",
                readAndShow(conversation, said, wanted.patience())
                        .chain(late -> late
                                ? readAndShow(conversation, said, wanted.longest())
                                        .replaceWithVoid()
                                : Uni.createFrom().voidItem()));
    }

    /** Whether some of it is still to come. */
    private Uni<Boolean> readAndShow(Conversation conversation, Message said, Duration patience) {
        return Uni.combine()
                .all()
                .unis(wanted.read(conversation, said.body().text(), patience), suggestions.dismissed(conversation.id()))
                .asTuple()
                .chain(it -> {
                    var cards = it.getItem1().stream()
                            .filter(one -> !it.getItem2().contains(FactCard.keyOf(one.fact())))
                            .flatMap(one -> card.of(one.fact(), one.reading()).stream())
                            .toList();
                    return show(conversation, said, cards)
                            .replaceWith(
                                    it.getItem1().stream().anyMatch(one -> one.reading() instanceof FactReading.Late));
                });
    }

    private Uni<Void> show(Conversation conversation, Message said, List<Card> cards) {
        return cards.isEmpty()
                ? Uni.createFrom().voidItem()
                : suggestions.show(conversation.id(), said.seq(), Lane.FACT, cards);
    }
}
