package dev.yiwen.assist;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.yiwen.assist.card.Suggestion;
import dev.yiwen.assist.card.SuggestionSet;
import dev.yiwen.conversation.ConversationId;
import java.util.List;

/** What an assist panel receives. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AssistFrame.Suggestions.class, name = "suggestions"),
    @JsonSubTypes.Type(value = AssistFrame.Refused.class, name = "error")
})
sealed interface AssistFrame {

    /** Takes the place of all that was shown before. */
    record Suggestions(ConversationId conversationId, long forSeq, List<Suggestion> suggestions)
            implements AssistFrame {
        static Suggestions of(SuggestionSet set) {
            return new Suggestions(set.conversationId(), set.forSeq(), set.suggestions());
        }
    }

    record Refused(String code, String detail) implements AssistFrame {}
}
