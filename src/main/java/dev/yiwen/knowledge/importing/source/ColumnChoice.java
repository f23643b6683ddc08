package dev.yiwen.knowledge.importing.source;

import java.util.List;
import java.util.Optional;

/** What people have said of columns. */
@FunctionalInterface
public interface ColumnChoice {
    ColumnChoice NONE = key -> Optional.empty();

    /**
     * @param key a {@link SourceGrid#key}
     * @return names of fields by column, empty for one to pass over; nothing when nobody has said
     */
    Optional<List<String>> of(String key);
}
