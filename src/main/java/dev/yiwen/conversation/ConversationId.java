package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record ConversationId(@JsonValue UUID value) {
    @JsonCreator
    public static ConversationId of(UUID value) {
        return new ConversationId(value);
    }
}
