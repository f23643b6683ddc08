package dev.yiwen.assist;

import dev.yiwen.assist.card.SuggestionId;
import dev.yiwen.assist.card.SuggestionSet;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.assist.card.Use;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Who may see the cards of a conversation, and what is done with them. */
@Singleton
final class Assist {
    private final Conversations conversations;
    private final Suggestions suggestions;

    Assist(Conversations conversations, Suggestions suggestions) {
        this.conversations = conversations;
        this.suggestions = suggestions;
    }

    /** What the staff member may see of the conversation's suggestions; {@code FORBIDDEN} for anyone else's. */
    Uni<SuggestionSet> current(ConversationId id, Staff reader) {
        return owned(id, reader).chain(it -> suggestions.current(id));
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
        return suggestions
                .conversationOf(id)
                .call(conversation -> owned(conversation, by))
                .chain(conversation -> suggestions.use(id, conversation, by.id(), how));
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
}
