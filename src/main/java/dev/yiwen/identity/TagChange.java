package dev.yiwen.identity;

import java.time.Instant;
import java.util.List;

/** @param by name of the member of staff */
public record TagChange(Instant at, String by, List<String> added, List<String> removed) {
    public TagChange {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
