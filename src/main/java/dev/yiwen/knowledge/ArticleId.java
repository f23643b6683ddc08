package dev.yiwen.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

public record ArticleId(@JsonValue UUID value) {
    @JsonCreator
    public static ArticleId of(UUID value) {
        return new ArticleId(value);
    }
}
