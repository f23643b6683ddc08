package dev.yiwen.file;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record FileId(@JsonValue UUID value) {
    @JsonCreator
    public static FileId of(UUID value) {
        return new FileId(value);
    }
}
