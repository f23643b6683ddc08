package dev.yiwen.shared;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How often somebody may do something: the generic cell rate algorithm (ITU-T I.371) in one row and one statement, so that
 * it holds over all instances. What is refused costs nothing.
 */
@Singleton
public final class RateLimit {
    // The row that refuses may be too young for the statement to see: then the wait is that for one more.
    private static final String TAKE = """
            with taken as (
              insert into rate_limit as r (kind, subject, paid_until)
              values ($1, $2, now() + $3::float8 * interval '1 second')
              on conflict (kind, subject) do update
                set paid_until = greatest(r.paid_until, now()) + $3::float8 * interval '1 second'
                where r.paid_until <= now() + ($4 - 1) * $3::float8 * interval '1 second'
              returning 1
            )
            select case when exists (select from taken) then 0 else coalesce(
              (select greatest(extract(epoch from paid_until - now())::float8 - ($4 - 1) * $3::float8, 0.001)
               from rate_limit where kind = $1 and subject = $2), $3::float8) end as seconds
            """;

    private final Pool database;
    private final Leader leader;

    RateLimit(Pool database, Leader leader) {
        this.database = database;
        this.leader = leader;
    }

    /**
     * @param burst at once, after a while without any
     * @param oneIn for long: one in so much time
     */
    public record Rate(int burst, Duration oneIn) {
        public Rate {
            if (burst < 1 || oneIn.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "A rate lets at least one through at once, and one in at least a millisecond");
            }
        }
    }

    public sealed interface Verdict {
        /** Counted. */
        record Allowed() implements Verdict {}

        /** Not counted; may succeed after that time, which is not zero. */
        record Wait(Duration time) implements Verdict {}
    }

    /**
     * @param kind what is limited, such as {@code upload}: a few lower-case words
     * @param subject who is: an id, or the text of a {@link ClientAddress}
     */
    public Uni<Verdict> take(String kind, String subject, Rate rate) {
        return database.preparedQuery(TAKE)
                .execute(Tuple.of(kind, subject, rate.oneIn().toMillis() / 1000.0, rate.burst()))
                .map(rows -> rows.iterator().next().getDouble("seconds"))
                .map(seconds -> seconds == 0
                        ? new Verdict.Allowed()
                        : new Verdict.Wait(Duration.ofMillis((long) Math.ceil(seconds * 1000))));
    }

    /** Fails with {@code TOO_MANY_REQUESTS}, saying this and when to go on. */
    public Uni<Void> require(String kind, String subject, Rate rate, String detail) {
        return take(kind, subject, rate).map(verdict -> switch (verdict) {
            case Verdict.Allowed allowed -> done();
            case Verdict.Wait wait -> throw new Problem(Problem.Kind.TOO_MANY_REQUESTS, detail, wait.time());
        });
    }

    private static @Nullable Void done() {
        return null;
    }

    /** What is paid for until now is as good as no row. */
    @Scheduled(every = "10m", delayed = "3m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return leader.alone(
                "rate-limit",
                () -> database.query("delete from rate_limit where paid_until < now()")
                        .execute()
                        .replaceWithVoid());
    }
}
