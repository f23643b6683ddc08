package dev.yiwen.handoff.wrapup;

import dev.yiwen.handoff.wrapup.CategoryModel.Example;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The model of categories that agents' confirmed wrap-ups make, on every instance the same: whoever needs it looks at most
 * every few minutes whether more were confirmed, and fits it anew.
 */
@Singleton
public final class LearntCategories {
    private static final Logger LOG = Logger.getLogger(LearntCategories.class);

    /** Confirmed wrap-ups below which rules file better than what can be learnt. */
    public static final int ENOUGH = 200;

    private static final Duration LOOKS_EVERY = Duration.ofMinutes(5);

    /** The newest: what agents mean by a category changes. */
    private static final String EXAMPLES = """
            select said, by_rules, category from wrap_up
            where confirmed_at is not null and category is not null and said <> ''
            order by confirmed_at desc, conversation_id limit 5000
            """;

    private static final String VERSION = """
            select count(*) as confirmed, max(confirmed_at) as latest from wrap_up
            where confirmed_at is not null and category is not null and said <> ''
            """;

    private final Pool database;
    private final int enough;
    private volatile Fitted fitted = new Fitted(Instant.EPOCH, new Version(0, null), Optional.empty());

    @Inject
    LearntCategories(Pool database) {
        this(database, ENOUGH);
    }

    LearntCategories(Pool database, int enough) {
        this.database = database;
        this.enough = enough;
    }

    private record Version(long confirmed, @Nullable Instant latest) {}

    private record Fitted(Instant lookedAt, Version version, Optional<CategoryModel> model) {
        Fitted lookedAt(Instant now) {
            return new Fitted(now, version, model);
        }
    }

    /** Empty while there are too few, or when they cannot be read. */
    Uni<Optional<CategoryModel>> current() {
        var last = fitted;
        var now = Instant.now();
        if (last.lookedAt().plus(LOOKS_EVERY).isAfter(now)) {
            return Uni.createFrom().item(last.model());
        }
        return version()
                .chain(it -> it.equals(last.version()) ? Uni.createFrom().item(last.lookedAt(now)) : fit(it, now))
                .invoke(it -> fitted = it)
                .map(Fitted::model)
                .onFailure()
                .invoke(e -> LOG.warn("Categories are not learnt anew", e))
                .onFailure()
                .recoverWithItem(last.model());
    }

    /** How many were confirmed with a category. */
    public Uni<Long> confirmed() {
        return version().map(Version::confirmed);
    }

    private Uni<Version> version() {
        return database.query(VERSION).execute().map(rows -> {
            Row row = rows.iterator().next();
            var latest = row.getOffsetDateTime("latest");
            return new Version(row.getLong("confirmed"), latest == null ? null : latest.toInstant());
        });
    }

    private Uni<Fitted> fit(Version version, Instant now) {
        if (version.confirmed() < enough) {
            return Uni.createFrom().item(new Fitted(now, version, Optional.empty()));
        }
        return database.query(EXAMPLES)
                .execute()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Example(
                                row.getString("said"), row.getString("by_rules"), row.getString("category")))
                        .toList())
                .map(examples -> new Fitted(now, version, Optional.of(CategoryModel.fit(examples))));
    }
}
