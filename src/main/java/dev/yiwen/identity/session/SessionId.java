package dev.yiwen.identity.session;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record SessionId(@JsonValue UUID value) {
    @JsonCreator
    public static SessionId of(UUID value) {
        return new SessionId(value);
    }
}
