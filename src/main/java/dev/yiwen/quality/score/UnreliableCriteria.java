package dev.yiwen.quality.score;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Criteria on which people and machine do not agree here: what they find is shown, and counts for nothing. */
@Singleton
final class UnreliableCriteria {
    private static final String ALL = "select criterion, since, kappa, n from unreliable_criterion order by criterion";

    private final Pool database;

    UnreliableCriteria(Pool database) {
        this.database = database;
    }

    /**
     * @param criterion its key, or {@code attitude}
     * @param kappa Cohen's, between people and machine
     * @param n of so many conversations
     */
    record Unreliable(String criterion, Instant since, double kappa, int n) {}

    Uni<List<Unreliable>> all() {
        return all(database);
    }

    Uni<Set<String>> keys() {
        return keys(database);
    }

    /** In the transaction of {@code open}. */
    static Uni<Set<String>> keys(SqlClient open) {
        return all(open).map(all -> all.stream().map(Unreliable::criterion).collect(Collectors.toUnmodifiableSet()));
    }

    private static Uni<List<Unreliable>> all(SqlClient open) {
        return open.query(ALL)
                .execute()
                .map(rows -> rows.stream()
                        .map(row -> new Unreliable(
                                row.getString("criterion"),
                                row.getOffsetDateTime("since").toInstant(),
                                row.getFloat("kappa"),
                                row.getInteger("n")))
                        .toList());
    }
}
