package dev.yiwen.assist.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Audience;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A card on an agent's screen. It keeps its id for as long as it comes up again in the same conversation.
 *
 * @param details what the page's element of this kind shows beside title and text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Suggestion(
        SuggestionId id,
        Card.Kind kind,
        String title,
        String text,
        @Nullable Source source,
        Audience audience,
        double confidence,
        Map<String, Object> details) {}
