package dev.yiwen.assist.card;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record SuggestionId(@JsonValue UUID value) {
    @JsonCreator
    public static SuggestionId of(UUID value) {
        return new SuggestionId(value);
    }
}
