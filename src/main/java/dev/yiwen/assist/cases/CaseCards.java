package dev.yiwen.assist.cases;

import dev.yiwen.assist.answer.SuggestionQuery;
import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.CardUses;
import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.card.Lane;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.assist.cases.PastCases.PastCase;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.conversation.UtteranceCorrected;
import dev.yiwen.knowledge.Audience;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps the most similar past case before the agent: what was done, how it ended, what colleagues really said. */
@Singleton
final class CaseCards {
    private static final String PAST_CASE = "past case";
    private static final int TRANSCRIPT = 30;
    private static final int LONGEST_TITLE = 60;
    /** A card for words of half a minute ago helps nobody: while it is still being learned, none comes. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Conversations conversations;
    private final Suggestions suggestions;
    private final ReplyModels models;
    private final PastCases cases;
    private final CardUses uses;
    private final CardWork work;

    CaseCards(
            Conversations conversations,
            Suggestions suggestions,
            ReplyModels models,
            PastCases cases,
            CardUses uses,
            CardWork work) {
        this.work = work;
        this.conversations = conversations;
        this.suggestions = suggestions;
        this.models = models;
        this.cases = cases;
        this.uses = uses;
    }

    void said(@ObservesAsync CustomerMessageCommitted event) {
        var conversation = event.conversation();
        if (conversation.hasAgentListening()) {
            work.begin(
                    conversation.id(),
                    PAST_CASE,
                    conversations
                            .upTo(event.message(), TRANSCRIPT)
                            .chain(transcript -> suggest(conversation, event.message(), transcript)));
        }
    }

    /** Whoever takes over sees it at once: the customer need not say it again. */
    void taken(@ObservesAsync OwnerChanged event) {
        var conversation = event.after();
        if (conversation.owner() instanceof Owner.Agent
                && !conversation.owner().equals(event.before().owner())) {
            work.begin(conversation.id(), PAST_CASE, asItStands(conversation));
        }
    }

    /** Other words are another situation. */
    void corrected(@ObservesAsync UtteranceCorrected event) {
        if (event.conversation().hasAgentListening()) {
            work.begin(event.conversation().id(), PAST_CASE, asItStands(event.conversation()));
        }
    }

    /** Thanks and greetings at the end are no matter: what was asked before them is. */
    private Uni<Void> asItStands(Conversation conversation) {
        return conversations
                .messagesAfter(conversation.id(), Math.max(0, conversation.lastSeq() - TRANSCRIPT), TRANSCRIPT)
                .chain(transcript -> transcript.stream()
                        .filter(it -> it.author() instanceof Author.Customer)
                        .reduce((before, after) -> after)
                        .map(last -> SuggestionQuery.ofQuestions(transcript).isEmpty()
                                ? show(conversation.id(), last.seq(), List.of())
                                : found(conversation, last, transcript))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> suggest(Conversation conversation, Message said, List<Message> transcript) {
        return SuggestionQuery.ofLast(transcript).isEmpty()
                ? Uni.createFrom().voidItem()
                : found(conversation, said, transcript);
    }

    private Uni<Void> found(Conversation conversation, Message said, List<Message> transcript) {
        return models.current()
                .map(Optional::of)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(Optional.empty())
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(known -> known.flatMap(
                        learned -> SimilarCases.in(learned, Situations.of(transcript), conversation.id())))
                .chain(found -> found.isPresent()
                        ? card(found.get()).map(List::of)
                        : Uni.createFrom().item(List.<Card>of()))
                .chain(cards -> uses.weighed(conversation.id(), cards))
                .chain(cards -> suggestions
                        .dismissed(conversation.id())
                        .map(unwanted -> cards.stream()
                                .filter(it -> !unwanted.contains(it.key()))
                                .toList()))
                .chain(cards -> show(conversation.id(), said.seq(), cards));
    }

    /** Nothing in the place of nothing is no news. */
    private Uni<Void> show(ConversationId conversation, long forSeq, List<Card> cards) {
        return suggestions.current(conversation).chain(now -> {
            boolean any = now.suggestions().stream().anyMatch(it -> it.kind() == Card.Kind.CASE);
            return cards.isEmpty() && !any
                    ? Uni.createFrom().voidItem()
                    : suggestions.show(conversation, forSeq, Lane.CASE, cards);
        });
    }

    private Uni<Card> card(SimilarCases.Found found) {
        return cases.of(found.conversations()).map(known -> card(found, known));
    }

    private static Card card(SimilarCases.Found found, Map<ConversationId, PastCase> known) {
        Optional<ConversationId> told =
                found.conversations().stream().filter(known::containsKey).findFirst();
        @Nullable PastCase past = told.map(known::get).orElse(null);
        var problem = past == null || past.problem().isBlank() ? found.situation() : past.problem();
        var details = new JsonObject().put("problem", problem).put("replies", new JsonArray(found.replies()));
        if (past != null) {
            details.put("done", past.done())
                    .put("ended", past.outcome())
                    .put("at", past.at().toString())
                    .put("score", past.score())
                    .put("repeated", past.repeated());
        }
        return new Card(
                told.map(it -> "case:" + it.value())
                        .orElseGet(() -> "replies:"
                                + Integer.toHexString(found.replies().getFirst().hashCode())),
                Card.Kind.CASE,
                problem.length() <= LONGEST_TITLE ? problem : problem.substring(0, LONGEST_TITLE) + "…",
                found.replies().getFirst(),
                null,
                null,
                Audience.AGENT,
                Math.clamp(found.alike(), 0, 1),
                details);
    }
}
