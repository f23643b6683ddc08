package dev.yiwen.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as the host application names them. */
public record Member(String externalId, @Nullable String name, int tier, List<String> tags) {
    public Member {
        tags = List.copyOf(tags);
    }
}
