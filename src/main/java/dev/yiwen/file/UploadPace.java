package dev.yiwen.file;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.UUID;

/**
 * How fast one customer may send files: the generic cell rate algorithm (ITU-T I.371) in one row and one statement, so that it
 * holds over all instances.
 */
@Singleton
public final class UploadPace {
    private static final String TAKE = """
            insert into upload_pace as p (customer_id, paid_until)
            values ($1, now() + $2::float8 * interval '1 second')
            on conflict (customer_id) do update
              set paid_until = greatest(p.paid_until, now()) + $2::float8 * interval '1 second'
              where p.paid_until <= now() + ($3 - 1) * $2::float8 * interval '1 second'
            returning 1
            """;
    private static final String WAIT = """
            select extract(epoch from paid_until - now())::float8 - ($3 - 1) * $2::float8 as seconds
            from upload_pace where customer_id = $1
            """;

    private final Pool database;
    private final UploadConfig config;

    UploadPace(Pool database, UploadConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Fails with {@code TOO_MANY_REQUESTS}, saying when the next is taken. */
    public Uni<Void> take(UUID customer) {
        var paced = Tuple.of(customer, config.oneIn().toMillis() / 1000.0, config.burst());
        return database.preparedQuery(TAKE)
                .execute(paced)
                .chain(taken -> taken.rowCount() > 0 ? Uni.createFrom().voidItem() : refuse(paced));
    }

    private Uni<Void> refuse(Tuple paced) {
        return database.preparedQuery(WAIT).execute(paced).map(rows -> {
            var seconds = rows.iterator().next().getDouble("seconds");
            throw new Problem(
                    Problem.Kind.TOO_MANY_REQUESTS,
                    "Those were many files; try again shortly.",
                    Duration.ofSeconds((long) Math.max(1, Math.ceil(seconds))));
        });
    }
}
