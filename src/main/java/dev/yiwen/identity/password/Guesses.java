package dev.yiwen.identity.password;

import dev.yiwen.identity.IdentityConfig;
import dev.yiwen.shared.ClientAddress;
import dev.yiwen.shared.Problem;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slows down whoever guesses passwords, and locks nobody out. A place (a login at an address) where somebody signed in before
 * answers for itself alone. Elsewhere the address answers for all its guesses, and the site around it, too, where it is an
 * IPv6 one. Misses are forgotten one by one; each beyond the free ones doubles the delay.
 *
 * <p>Misses of one login from many addresses raise the delay of each address that misses, by one doubling for each doubling
 * of theirs: guessing from everywhere is slow from each, and nobody waits who has not missed.
 */
@Singleton
public final class Guesses {
    private static final double SITE = 16; // a site has many people
    private static final double LOGIN = 10; // misses of a login that raise nobody's delay

    /** Counts before the password is checked: guesses that run at once cannot slip past. */
    private static final String COUNT = """
            with login as (
              select greatest(misses - extract(epoch from now() - at)::float8 / $5, 0) as misses
              from sign_in_pace where kind = 'login' and subject = $3
            ), counted as (
              insert into sign_in_pace as p (kind, subject, misses, at, next_at)
              select $1, $2, 1, now(), now() + guess_delay(1 + raised, $4, $6)
              from (select coalesce((select log(2, greatest(misses / $7, 1)::numeric)::float8 from login), 0) as raised) r
              on conflict (kind, subject) do update set
                misses = greatest(p.misses - extract(epoch from now() - p.at)::float8 / $5, 0) + 1,
                at = now(),
                next_at = now() + guess_delay(
                  greatest(p.misses - extract(epoch from now() - p.at)::float8 / $5, 0) + 1
                    + coalesce((select log(2, greatest(misses / $7, 1)::numeric)::float8 from login), 0), $4, $6)
              where p.next_at <= now()
              returning 1
            ), against as (
              insert into sign_in_pace as p (kind, subject, misses, at, next_at)
              select 'login', $3, 1, now(), now() where $3 is not null and exists (select from counted)
              on conflict (kind, subject) do update set
                misses = least(greatest(p.misses - extract(epoch from now() - p.at)::float8 / $5, 0) + 1, 10000),
                at = now()
            )
            select case when exists (select from counted) then 0 else coalesce(
              (select greatest(extract(epoch from next_at - now())::float8, 0.001)
               from sign_in_pace where kind = $1 and subject = $2), 1) end as seconds
            """;

    /** Back to what it was: the delay before it was waited for, and the next is no shorter for it. */
    private static final String UNCOUNT = """
            update sign_in_pace set misses = greatest(misses - 1, 0), next_at = least(next_at, now())
            where (kind, subject) in (select * from unnest($1::text[], $2::text[]))
            """;

    private static final String REMEMBER = """
            with cleared as (delete from sign_in_pace where kind = 'place' and subject = $1 || ' ' || $2)
            insert into sign_in_place as p (login, address, at) values ($1, $2, now())
            on conflict (login, address) do update set at = now() where p.at < now() - interval '1 hour'
            """;

    private final Pool database;
    private final IdentityConfig.SignIn config;

    Guesses(Pool database, IdentityConfig config) {
        this.database = database;
        this.config = config.signIn();
    }

    /** One that may be checked now. */
    public record Attempt(String login, ClientAddress from, boolean known) {
        List<Counter> counters() {
            if (known) {
                return List.of(new Counter("place", login + " " + from.text(), null, 1));
            }
            var address = new Counter("address", from.text(), login, 1);
            return from.site().equals(from.text())
                    ? List.of(address)
                    : List.of(address, new Counter("site", from.site(), null, SITE));
        }
    }

    /** @param login whose misses elsewhere count, too */
    private record Counter(
            String kind, String subject, @Nullable String login, double many) {}

    /** Fails with {@code TOO_MANY_REQUESTS}, saying how long to wait. */
    public Uni<Attempt> begin(String login, ClientAddress from) {
        return isKnown(login, from)
                .map(known -> new Attempt(login, from, known))
                .call(this::count);
    }

    /** The password was right, or could not be checked: nothing was missed. */
    Uni<Void> uncount(Attempt attempt) {
        var counters = attempt.counters().stream();
        var all = attempt.known()
                ? counters.toList()
                : java.util.stream.Stream.concat(
                                counters, java.util.stream.Stream.of(new Counter("login", attempt.login(), null, 1)))
                        .toList();
        return uncount(all);
    }

    /** From now on this place answers for itself. */
    Uni<Void> remember(Attempt attempt) {
        return database.preparedQuery(REMEMBER)
                .execute(Tuple.of(attempt.login(), attempt.from().text()))
                .replaceWithVoid();
    }

    /** Of a code after the right password: fails as {@link #begin} does, wherever the codes come from. */
    public Uni<Void> beginCode(String login) {
        return count(code(login), true);
    }

    /** The code was right, or could not be checked. */
    public Uni<Void> uncountCode(String login) {
        return uncount(List.of(code(login)));
    }

    private static Counter code(String login) {
        return new Counter("code", login, null, 1);
    }

    /** Whoever runs the installation vouches for that login, from wherever it was missed. */
    Uni<Void> forget(String login) {
        return database.preparedQuery("""
                        delete from sign_in_pace
                        where kind in ('address', 'site') or (kind in ('login', 'code') and subject = $1)
                          or (kind = 'place' and starts_with(subject, $1 || ' '))
                        """).execute(Tuple.of(login)).replaceWithVoid();
    }

    private Uni<Boolean> isKnown(String login, ClientAddress from) {
        return database.preparedQuery("""
                        select 1 from sign_in_place where login = $1 and address = $2
                          and at > now() - $3::float8 * interval '1 second'
                        """)
                .execute(Tuple.of(login, from.text(), seconds(config.remembered())))
                .map(rows -> rows.rowCount() > 0);
    }

    /** Where the site refuses, the address has not missed. */
    private Uni<Void> count(Attempt attempt) {
        var counters = attempt.counters();
        var first = count(counters.getFirst(), attempt.known());
        return counters.size() == 1
                ? first
                : first.chain(() -> count(counters.getLast(), false))
                        .onFailure(Problem.class)
                        .call(() -> uncount(List.of(counters.getFirst())));
    }

    private Uni<Void> count(Counter counter, boolean known) {
        var longest = known ? config.longestWhereKnown() : config.longest();
        return database.preparedQuery(COUNT)
                .execute(Tuple.tuple()
                        .addString(counter.kind())
                        .addString(counter.subject())
                        .addString(counter.login())
                        .addDouble(config.free() * counter.many())
                        .addDouble(seconds(config.forgotten()) / counter.many())
                        .addDouble(seconds(longest))
                        .addDouble(LOGIN))
                .map(rows -> rows.iterator().next().getDouble("seconds"))
                .invoke(seconds -> {
                    if (seconds > 0) {
                        throw new Problem(
                                Problem.Kind.TOO_MANY_REQUESTS,
                                "Too many wrong passwords or codes; wait before the next.",
                                Duration.ofMillis((long) Math.ceil(seconds * 1000)));
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> uncount(List<Counter> counters) {
        return database.preparedQuery(UNCOUNT)
                .execute(Tuple.of(
                        counters.stream().map(Counter::kind).toArray(String[]::new),
                        counters.stream().map(Counter::subject).toArray(String[]::new)))
                .replaceWithVoid();
    }

    /** What has been forgotten is as good as no row; a place that nobody signed in from for long is not known. */
    @Scheduled(every = "30m", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return database.preparedQuery("""
                        delete from sign_in_pace
                        where next_at < now() and at + misses * $1::float8 * interval '1 second' < now()
                        """)
                .execute(Tuple.of(seconds(config.forgotten())))
                .chain(() -> database.preparedQuery(
                                "delete from sign_in_place where at < now() - $1::float8 * interval '1 second'")
                        .execute(Tuple.of(seconds(config.remembered()))))
                .replaceWithVoid();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
