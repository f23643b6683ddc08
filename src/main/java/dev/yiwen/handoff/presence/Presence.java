package dev.yiwen.handoff.presence;

import dev.yiwen.handoff.HandoffConfig;
import dev.yiwen.handoff.Routing;
import dev.yiwen.handoff.matching.Offers;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which agents are there. Presence is the person's: all their pages are one row, kept alive by the heartbeat of any of them. */
@Singleton
public final class Presence {
    private static final String SAY = """
            with before as (
              select online and seen_at > now() - $3::float8 * interval '1 second' as there from presence where staff_id = $1
            ), said as (
              insert into presence as p (staff_id, online, seen_at, idle_since) values ($1, $2, now(), now())
              on conflict (staff_id) do update set online = $2, seen_at = now(),
                idle_since = case when $2 and not p.online then now() else p.idle_since end,
                away = case when $2 then null when p.online then 'BREAK' else p.away end
            )
            select $2 is distinct from coalesce((select there from before), false)
            """;

    private static final String ARRIVE = """
            insert into presence as p (staff_id, online, seen_at, idle_since) values ($1, false, now(), now())
            on conflict (staff_id) do update set seen_at = now(),
              online = p.online and p.seen_at > now() - $2::float8 * interval '1 second',
              away = case when p.online and p.seen_at <= now() - $2::float8 * interval '1 second' then 'CLOSED' else p.away end
            returning online, away
            """;

    /** Ending all of a person's sessions may only renew them: then it is no leaving, unless the account was closed. */
    private static final String LEAVE = """
            update presence p set online = false, away = 'SIGNED_OUT', seen_at = 'epoch'
            from staff s where s.id = $1 and p.staff_id = s.id and p.seen_at > 'epoch' and ($2 or not s.active)
              and not exists (select from staff_session t
                where t.staff_id = s.id and t.epoch = s.session_epoch and s.active and t.ended_at is null and t.expires_at > now())
            """;

    /** Another session stands, perhaps without a page: unless one says so within the heartbeat, the agent is gone. */
    private static final String LEAVE_SOON = """
            update presence set seen_at = least(seen_at, now() - $2::float8 * interval '1 second')
            where staff_id = $1 and seen_at > 'epoch'
            """;

    private final Pool database;
    private final Signals signals;
    private final Offers offers;
    private final HandoffConfig config;

    Presence(Pool database, Signals signals, Offers offers, HandoffConfig config) {
        this.database = database;
        this.signals = signals;
        this.offers = offers;
        this.config = config;
    }

    /** The agent's word and heartbeat at once; whether it changed anything. */
    public Uni<Boolean> say(StaffId agent, boolean online) {
        return database.preparedQuery(SAY)
                .execute(Tuple.of(agent.value(), online, seconds(config.heartbeat())))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .call(changed ->
                        changed ? changed(agent, online) : Uni.createFrom().voidItem());
    }

    /** @param away why not online; null when online, or when never online before */
    public record Arrival(boolean online, @Nullable Away away) {}

    /** A page of the agent's opens. Who was missed longer than the heartbeat has to come back by word. */
    public Uni<Arrival> arrive(StaffId agent) {
        return database.preparedQuery(ARRIVE)
                .execute(Tuple.of(agent.value(), seconds(config.heartbeat())))
                .map(rows -> rows.iterator().next())
                .map(row -> new Arrival(row.getBoolean("online"), away(row.getString("away"))))
                // What was offered meanwhile is for others.
                .call(it -> it.away() == Away.CLOSED
                        ? changed(agent, false)
                        : Uni.createFrom().voidItem());
    }

    private static @Nullable Away away(@Nullable String stored) {
        return stored == null ? null : Away.valueOf(stored);
    }

    /** A page of the agent's is still there. Who has left for good comes back only by opening a page. */
    public Uni<Void> seen(StaffId agent) {
        return database.preparedQuery("update presence set seen_at = now() where staff_id = $1 and seen_at > 'epoch'")
                .execute(Tuple.of(agent.value()))
                .replaceWithVoid();
    }

    /** The agent leaves for good, unless another session stands: chats need somebody else at once. */
    Uni<Void> leave(StaffId agent, boolean signedOut) {
        return database.preparedQuery(LEAVE)
                .execute(Tuple.of(agent.value(), signedOut))
                .chain(rows -> rows.rowCount() > 0
                        ? changed(agent, false)
                        : signedOut ? leaveSoon(agent) : Uni.createFrom().voidItem());
    }

    private Uni<Void> leaveSoon(StaffId agent) {
        return database.preparedQuery(LEAVE_SOON)
                .execute(Tuple.of(agent.value(), seconds(config.absence())))
                .replaceWithVoid();
    }

    public Uni<Boolean> isOnline(StaffId agent) {
        return online(Set.of(agent)).map(online -> online.contains(agent));
    }

    /** Those of {@code agents} who are online. */
    public Uni<Set<StaffId>> online(Collection<StaffId> agents) {
        return database.preparedQuery("""
                        select staff_id from presence where staff_id = any($1) and online
                          and seen_at > now() - $2::float8 * interval '1 second'
                        """)
                .execute(
                        Tuple.of(agents.stream().map(StaffId::value).toArray(UUID[]::new), seconds(config.heartbeat())))
                .map(rows -> ids(rows).collect(Collectors.toSet()));
    }

    /** Agents whose pages have been silent for so long that their chats need somebody else. */
    Uni<List<StaffId>> absent() {
        var silence = config.heartbeat().plus(config.absence());
        return database.preparedQuery("""
                        select p.staff_id from presence p
                        where p.seen_at < now() - $1::float8 * interval '1 second'
                          and exists (select 1 from conversation c where c.owner = 'agent' and c.agent_id = p.staff_id)
                        """)
                .execute(Tuple.of(seconds(silence)))
                .map(rows -> ids(rows).toList());
    }

    private static Stream<StaffId> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(row -> StaffId.of(row.getUUID("staff_id")));
    }

    private Uni<Void> changed(StaffId agent, boolean online) {
        return (online ? Uni.createFrom().voidItem() : offers.withdraw(agent))
                .chain(() -> signals.send(Routing.TOPIC, agent.value().toString()));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
