package dev.yiwen.handoff;

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

/** Which agents are there. Several pages of one agent are one row, kept alive by the heartbeat of any of them. */
@Singleton
public final class Presence {
    private static final String SAY = """
            with before as (
              select online and seen_at > now() - $3::float8 * interval '1 second' as there from presence where staff_id = $1
            ), said as (
              insert into presence as p (staff_id, online, seen_at, idle_since) values ($1, $2, now(), now())
              on conflict (staff_id) do update set online = $2, seen_at = now(),
                idle_since = case when $2 and not p.online then now() else p.idle_since end
            )
            select $2 is distinct from coalesce((select there from before), false)
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
