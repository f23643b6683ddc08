package dev.yiwen.assist.said;

import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.card.Suggestion;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.conversation.AgentMessageCommitted;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.UtteranceCorrected;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Marks cards as said when the agent's words, spoken or sent, carry what stands on them. It can be taken back. */
@Singleton
final class SaidCards {
    private static final String WHAT = "mark of what was said";
    /** People say one thing in several breaths. */
    private static final int BREATHS = 6;

    private final Conversations conversations;
    private final Suggestions suggestions;
    private final CardWork work;

    SaidCards(Conversations conversations, Suggestions suggestions, CardWork work) {
        this.conversations = conversations;
        this.suggestions = suggestions;
        this.work = work;
    }

    void said(@ObservesAsync AgentMessageCommitted event) {
        look(event.conversation(), event.message());
    }

    /** Recognised better, it may be one. */
    void corrected(@ObservesAsync UtteranceCorrected event) {
        if (event.message().author() instanceof Author.Agent) {
            look(event.conversation(), event.message());
        }
    }

    private void look(Conversation conversation, Message message) {
        if (!(message.author() instanceof Author.Agent(var by, var name)) || by == null) {
            return;
        }
        work.begin(
                conversation.id(), WHAT, suggestions.current(conversation.id()).chain(set -> {
                    var sayable = set.suggestions().stream()
                            .filter(it -> !texts(it).isEmpty())
                            .toList();
                    return sayable.isEmpty()
                            ? Uni.createFrom().voidItem()
                            : conversations
                                    .upTo(message, BREATHS)
                                    .emitOn(Infrastructure.getDefaultWorkerPool())
                                    .map(SaidCards::lately)
                                    .chain(said -> Multi.createFrom()
                                            .iterable(sayable)
                                            .filter(it -> isIn(said, it))
                                            .onItem()
                                            .transformToUniAndConcatenate(
                                                    it -> suggestions.noticeSaid(it.id(), conversation.id(), by))
                                            .collect()
                                            .last()
                                            .replaceWithVoid());
                }));
    }

    /** The last words alone, and with what the same person said just before. */
    private static List<String> lately(List<Message> transcript) {
        var run = new ArrayList<String>();
        for (int i = transcript.size() - 1; i >= 0 && transcript.get(i).author() instanceof Author.Agent; i--) {
            run.addFirst(transcript.get(i).body().text());
        }
        return run.size() < 2 ? run : List.of(run.getLast(), String.join("。", run));
    }

    private static boolean isIn(List<String> said, Suggestion card) {
        return texts(card).stream().anyMatch(text -> said.stream().anyMatch(it -> SaidSentence.carry(it, text)));
    }

    private static List<String> texts(Suggestion card) {
        return switch (card.kind()) {
            case ANSWER ->
                Stream.of(card.details().get("spoken"), card.text())
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList();
            case SCRIPT, FACT -> List.of(card.text());
            case CASE ->
                card.details().get("replies") instanceof List<?> replies
                        ? replies.stream().map(String::valueOf).collect(Collectors.toList())
                        : List.of();
            case WARNING, STEP, CAUSE -> List.of();
        };
    }
}
