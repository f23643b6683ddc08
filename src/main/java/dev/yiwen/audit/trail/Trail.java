package dev.yiwen.audit.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the audit log, newest first. A page begins after the number where the one before ended. */
@Singleton
final class Trail {
    private static final int EXPORTED_AT_ONCE = 500;
    private static final String PAGE =
            "select e.* from audit_event e where " + EntryFilter.WHERE + " order by e.number desc limit $7";

    private final Pool database;

    Trail(Pool database) {
        this.database = database;
    }

    /** @param next what to ask for with {@code before}; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Page(List<Entry> entries, @Nullable Long next) {}

    Uni<Page> page(EntryFilter filter, @Nullable Long before, int size) {
        return read(filter, before, size + 1)
                .map(found -> found.size() <= size
                        ? new Page(found, null)
                        : new Page(found.subList(0, size), found.get(size - 1).number()));
    }

    /** All of them, a part at a time, as fast as they are taken. */
    Multi<List<Entry>> all(EntryFilter filter) {
        var before = new AtomicReference<@Nullable Long>();
        return Multi.createBy()
                .repeating()
                .uni(() -> read(filter, before.get(), EXPORTED_AT_ONCE).invoke(found -> {
                    if (!found.isEmpty()) {
                        before.set(found.getLast().number());
                    }
                }))
                .whilst(found -> found.size() == EXPORTED_AT_ONCE);
    }

    private Uni<List<Entry>> read(EntryFilter filter, @Nullable Long before, int most) {
        return database.preparedQuery(PAGE)
                .execute(filter.parameters(before, most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Entry::of)
                        .toList());
    }
}
