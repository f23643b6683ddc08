package dev.yiwen.assist;

import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Audience;

/** A card on an agent's screen. It keeps its id for as long as it comes up again in the same conversation. */
record Suggestion(
        SuggestionId id,
        Card.Kind kind,
        String title,
        String text,
        Source source,
        Audience audience,
        double confidence) {}
