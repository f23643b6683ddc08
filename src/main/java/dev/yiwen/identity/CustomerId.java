package dev.yiwen.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record CustomerId(@JsonValue UUID value) {
    @JsonCreator
    public static CustomerId of(UUID value) {
        return new CustomerId(value);
    }
}
