package dev.yiwen.assist;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Channel;
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
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps suggestions before the agent: one set for each thing that the customer says, and one when an agent takes over. */
@Singleton
final class Assist {
    private static final Logger LOG = Logger.getLogger(Assist.class);
    private static final int TRANSCRIPT = 30;

    private final Conversations conversations;
    private final Suggester suggester;
    private final SuggestionTable table;

    Assist(Conversations conversations, Suggester suggester, SuggestionTable table) {
        this.conversations = conversations;
        this.suggester = suggester;
        this.table = table;
    }

    void said(@ObservesAsync CustomerMessageCommitted event) {
        if (isAssisted(event.conversation())) {
            inBackground(conversations
                    .upTo(event.message(), TRANSCRIPT)
                    .chain(transcript -> suggest(
                            event.conversation(),
                            transcript,
                            SuggestionQuery.ofLast(transcript).stream().toList())));
        }
    }

    /** Other words may want other help. */
    void corrected(@ObservesAsync UtteranceCorrected event) {
        if (isAssisted(event.conversation())) {
            inBackground(transcript(
                            event.conversation().id(), event.conversation().lastSeq())
                    .chain(transcript -> suggest(
                            event.conversation(),
                            transcript,
                            SuggestionQuery.ofLast(transcript).stream().toList())));
        }
    }

    void taken(@ObservesAsync OwnerChanged event) {
        if (event.after().owner() instanceof Owner.Agent && !(event.before().owner() instanceof Owner.Agent)) {
            inBackground(catchUp(event.after()));
        }
    }

    /** What the staff member may see of the conversation's suggestions; {@code FORBIDDEN} for anyone else's. */
    Uni<SuggestionSet> current(ConversationId id, Staff reader) {
        return owned(id, reader).chain(it -> table.current(id));
    }

    /** The call with that number that the agent is on; {@code NOT_FOUND} when there is none. */
    Uni<ConversationId> callWith(String number, Staff agent) {
        return conversations
                .ofAgent(agent.id())
                .map(own -> own.stream()
                        .filter(it -> it.channel() == Channel.VOICE && sameNumber(number, it.subject()))
                        .findFirst()
                        .map(Conversation::id)
                        .orElseThrow(
                                () -> new Problem(Problem.Kind.NOT_FOUND, "You are on no call with this number.")));
    }

    /** However it is written: with the country's code, spaces or hyphens. */
    private static boolean sameNumber(String wanted, @Nullable String calling) {
        return calling != null && !digits(wanted).isEmpty() && digits(wanted).equals(digits(calling));
    }

    private static String digits(String number) {
        return number.replaceFirst("^\\s*(\\+|00)86", "").replaceAll("\\D", "");
    }

    Uni<Void> use(SuggestionId id, Staff by, Use how) {
        return table.conversationOf(id)
                .call(conversation -> owned(conversation, by))
                .chain(conversation -> table.use(id, conversation, by.id(), how));
    }

    private Uni<Conversation> owned(ConversationId id, Staff reader) {
        return conversations.load(id).invoke(conversation -> {
            var owns = reader.may(Right.ANSWER)
                    && conversation.owner() instanceof Owner.Agent(var agent, var name)
                    && agent.equals(reader.id());
            if (!owns && !reader.may(Right.READ_ALL)) {
                throw new Problem(Problem.Kind.FORBIDDEN, "Only the agent who has this conversation sees suggestions.");
            }
        });
    }

    private static boolean isAssisted(Conversation conversation) {
        return conversation.owner() instanceof Owner.Agent || conversation.channel() == Channel.VOICE;
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
        return table.dismissed(last.conversation())
                .chain(unwanted -> suggester.choose(said, cues, transcript, unwanted))
                .chain(cards -> table.show(last, cards));
    }

    /** A conversation goes on without suggestions when the search is overloaded or broken. */
    private static void inBackground(Uni<Void> work) {
        work.subscribe().with(done -> {}, failure -> LOG.warn("No suggestions for a message", failure));
    }
}
