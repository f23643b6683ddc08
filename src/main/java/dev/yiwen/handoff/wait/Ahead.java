package dev.yiwen.handoff.wait;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Those who stand ahead of one in the queue, while it is gone through from the front. Who wants no group is served by
 * everybody, so they stand behind all; the others stand behind these and their own.
 */
final class Ahead {
    private static final String NO_GROUP = "";

    private final long[] known;
    private final Rounds everybody;
    private final Map<String, Rounds> ofGroup = new HashMap<>();

    /** @param all who wait, with the rounds in which they got their places */
    Ahead(RowSet<Row> all) {
        known = StreamSupport.stream(all.spliterator(), false)
                .mapToLong(row -> row.getLong("placed_in"))
                .sorted()
                .distinct()
                .toArray();
        everybody = new Rounds(known);
    }

    void add(@Nullable String group, long round) {
        everybody.add(round);
        of(group == null ? NO_GROUP : group).add(round);
    }

    int all(@Nullable String group) {
        return group == null ? everybody.all() : of(group).all() + of(NO_GROUP).all();
    }

    /** Those who had their places by then. */
    int upTo(@Nullable String group, long round) {
        return group == null
                ? everybody.upTo(round)
                : of(group).upTo(round) + of(NO_GROUP).upTo(round);
    }

    private Rounds of(String group) {
        return ofGroup.computeIfAbsent(group, it -> new Rounds(known));
    }
}
