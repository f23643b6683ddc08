package dev.yiwen.assist.answer;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.CardUses;
import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.card.Lane;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.conversation.AgentMessageCommitted;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.CustomerMessageCommitted;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerChanged;
import dev.yiwen.conversation.SpeakingHeard;
import dev.yiwen.conversation.UtteranceCorrected;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Keeps articles before the agent: one set for each thing that the customer says, and one when an agent takes over. */
@Singleton
final class ArticleCards {
    private static final int TRANSCRIPT = 30;

    private final Conversations conversations;
    private final Suggester suggester;
    private final Suggestions suggestions;
    private final CardUses uses;
    private final CardWork work;
    private final SpokenWording spoken;
    private final Partials partials = new Partials();

    ArticleCards(
            Conversations conversations,
            Suggester suggester,
            Suggestions suggestions,
            CardUses uses,
            CardWork work,
            SpokenWording spoken) {
        this.spoken = spoken;
        this.work = work;
        this.uses = uses;
        this.conversations = conversations;
        this.suggester = suggester;
        this.suggestions = suggestions;
    }

    void said(@ObservesAsync CustomerMessageCommitted event) {
        if (event.conversation().hasAgentListening()) {
            begin(
                    event.conversation(),
                    conversations
                            .upTo(event.message(), TRANSCRIPT)
                            .chain(transcript -> suggest(
                                    event.conversation(),
                                    transcript,
                                    SuggestionQuery.ofLast(transcript).stream().toList())));
        }
    }

    /** What the agent said may call for another part of a script; nothing else changes by it. */
    void answered(@ObservesAsync AgentMessageCommitted event) {
        var conversation = event.conversation();
        begin(
                conversation,
                suggestions
                        .current(conversation.id())
                        .chain(shown -> shown.suggestions().stream().noneMatch(it -> it.kind() == Card.Kind.SCRIPT)
                                ? Uni.createFrom().voidItem()
                                : transcript(conversation.id(), conversation.lastSeq())
                                        .chain(transcript -> suggest(
                                                conversation,
                                                transcript,
                                                SuggestionQuery.ofLast(transcript).stream()
                                                        .toList()))));
    }

    /** Other words may want other help. */
    void corrected(@ObservesAsync UtteranceCorrected event) {
        if (event.conversation().hasAgentListening() && event.message().author() instanceof Author.Customer) {
            begin(
                    event.conversation(),
                    transcript(event.conversation().id(), event.conversation().lastSeq())
                            .chain(transcript -> again(event, transcript)));
        }
    }

    private Uni<Void> again(UtteranceCorrected event, List<Message> transcript) {
        var cues = SuggestionQuery.ofLast(transcript).stream().toList();
        return cues.isEmpty()
                ? suggestions.takeBack(
                        event.conversation().id(), event.message().seq(), Lane.ANSWER)
                : suggest(event.conversation(), transcript, cues);
    }

    /** Before they have ended, if there is time for it: what fits half a sentence stands there when it is whole. */
    void speaking(@ObservesAsync SpeakingHeard event) {
        if (event.speaker() instanceof Author.Customer && event.conversation().hasAgentListening()) {
            partials.begin(event)
                    .ifPresent(heard -> begin(event.conversation(), early(event).eventually(heard)));
        }
    }

    private Uni<Void> early(SpeakingHeard event) {
        var said = event.conversation();
        var sofar =
                new Message(said.id(), said.lastSeq() + 1, event.speaker(), new Body.Text(event.text()), Instant.now());
        return transcript(said.id(), said.lastSeq())
                .map(before -> Stream.concat(before.stream(), Stream.of(sofar)).toList())
                .chain(transcript -> SuggestionQuery.ofLast(transcript)
                        .map(cue -> choose(said, transcript, List.of(cue)))
                        .orElseGet(() -> Uni.createFrom().item(List.of())))
                .chain(cards -> cards.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : suggestions.show(said.id(), sofar.seq(), Lane.ANSWER, cards));
    }

    void taken(@ObservesAsync OwnerChanged event) {
        if (event.after().owner() instanceof Owner.Agent && !(event.before().owner() instanceof Owner.Agent)) {
            begin(event.after(), catchUp(event.after()));
        }
    }

    /** Of what the customer said lately, the problem is what the agent has to answer first. */
    private Uni<Void> catchUp(Conversation taken) {
        return transcript(taken.id(), taken.lastSeq())
                .chain(transcript -> suggest(taken, transcript, SuggestionQuery.ofQuestions(transcript)));
    }

    private Uni<List<Message>> transcript(ConversationId id, long until) {
        return conversations
                .messagesAfter(id, Math.max(0, until - TRANSCRIPT), TRANSCRIPT)
                .map(messages ->
                        messages.stream().filter(it -> it.seq() <= until).toList());
    }

    private Uni<Void> suggest(Conversation said, List<Message> transcript, List<SuggestionQuery> cues) {
        if (cues.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var last = transcript.stream()
                .filter(it -> it.author() instanceof Author.Customer)
                .reduce((before, after) -> after)
                .orElseThrow();
        return choose(said, transcript, cues)
                .chain(cards -> suggestions
                        .show(said.id(), last.seq(), Lane.ANSWER, cards)
                        .invoke(() -> spoken.compose(said, cards)));
    }

    private Uni<List<Card>> choose(Conversation said, List<Message> transcript, List<SuggestionQuery> cues) {
        return suggestions
                .dismissed(said.id())
                .map(keys -> keys.stream()
                        .flatMap(it -> Card.articleIn(it).stream())
                        .collect(Collectors.toUnmodifiableSet()))
                .chain(unwanted -> suggester.choose(said, cues, transcript, unwanted))
                .chain(cards -> uses.weighed(said.id(), cards))
                .map(cards -> spoken.on(said, cards));
    }

    private void begin(Conversation conversation, Uni<Void> cards) {
        work.begin(conversation.id(), "suggestions", cards);
    }
}
