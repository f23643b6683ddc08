package dev.yiwen.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record StaffId(@JsonValue UUID value) {
    @JsonCreator
    public static StaffId of(UUID value) {
        return new StaffId(value);
    }
}
