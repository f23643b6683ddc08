package dev.yiwen.assist.card;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.yiwen.conversation.ConversationId;
import java.util.List;

/**
 * What an agent sees now, the most important first.
 *
 * @param forSeq number of the message that the newest of it is about, 0 before the first
 * @param version grows with each change: reads may overtake each other
 */
public record SuggestionSet(
        ConversationId conversationId,
        long forSeq,
        List<Suggestion> suggestions,
        @JsonIgnore long version) {
    public SuggestionSet {
        suggestions = List.copyOf(suggestions);
    }

    /** Whether an agent who sees the one need not see the other. */
    public boolean saysAsMuchAs(SuggestionSet other) {
        return forSeq == other.forSeq && suggestions.equals(other.suggestions);
    }
}
