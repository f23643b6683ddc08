package dev.yiwen.assist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

record SuggestionId(@JsonValue UUID value) {
    @JsonCreator
    static SuggestionId of(UUID value) {
        return new SuggestionId(value);
    }
}
