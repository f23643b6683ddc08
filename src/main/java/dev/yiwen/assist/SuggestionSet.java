package dev.yiwen.assist;

import dev.yiwen.conversation.ConversationId;
import java.util.List;

/**
 * What an agent sees now, best first.
 *
 * @param forSeq number of the customer message that it answers, 0 before the first
 */
record SuggestionSet(ConversationId conversationId, long forSeq, List<Suggestion> suggestions) {
    SuggestionSet {
        suggestions = List.copyOf(suggestions);
    }

    static SuggestionSet none(ConversationId conversation) {
        return new SuggestionSet(conversation, 0, List.of());
    }
}
