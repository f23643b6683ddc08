package dev.yiwen.handoff.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.handoff.HandoffConfig;
import dev.yiwen.handoff.desk.Lists.Waiting;
import dev.yiwen.handoff.presence.Away;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.RolesWith;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Who waits and who is at work, for supervisors. */
@Singleton
final class Floor {
    /** Those with a page open, and those who left while they have conversations. */
    private static final String AGENTS = """
            select * from (
              select p.staff_id, s.name, p.online, p.away, p.seen_at, p.idle_since, has.chats, has.calls, asked.offers,
                p.seen_at > now() - $1::float8 * interval '1 second' as there,
                case when p.after_call_until > now() then p.after_call_until end as after_call_until, forgotten.calls as forgotten
              from presence p join staff s on s.id = p.staff_id
              cross join lateral (
                select count(*) filter (where c.channel <> 'VOICE') as chats, count(*) filter (where c.channel = 'VOICE') as calls
                from conversation c where c.owner = 'agent' and c.agent_id = p.staff_id) has
              cross join lateral (
                select count(*) as calls from handoff h join conversation c on c.id = h.conversation_id
                where h.agent_id = p.staff_id and h.ended_at > now() - interval '1 day' and h.disposition is null
                  and c.channel = 'VOICE' and c.owner = 'nobody' and c.id is distinct from
                    case when p.after_call_until > now() then p.after_call end) forgotten
              cross join lateral (
                select count(*) as offers from handoff o
                where o.ended_at is null and o.offered_to = p.staff_id and o.offer_ends_at > now()) asked
              where s.active and s.roles && %s) a
            where there or chats + calls > 0
            order by there and online desc, there desc, chats + calls desc, name
            """.formatted(RolesWith.sql(Right.ANSWER));

    private final Pool database;
    private final HandoffConfig config;
    private final Lists lists;

    Floor(Pool database, HandoffConfig config, Lists lists) {
        this.database = database;
        this.config = config;
        this.lists = lists;
    }

    enum State {
        ONLINE,
        BREAK,
        /** No page is open, and conversations are still theirs. */
        GONE
    }

    /**
     * @param why of a break
     * @param offers conversations that this agent is asked to take now
     * @param afterCallUntil nothing is offered until then, for a call has just ended
     * @param forgotten calls of the last day of which it was not said how they ended
     * @param seenAt when a page was heard of last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Agent(
            StaffId id,
            String name,
            State state,
            @Nullable Away why,
            long chats,
            long calls,
            long offers,
            @Nullable Instant afterCallUntil,
            long forgotten,
            Instant seenAt) {}

    /** @param waiting in the queue's order */
    record Now(List<Waiting> waiting, List<Agent> agents) {
        Now {
            waiting = List.copyOf(waiting);
            agents = List.copyOf(agents);
        }
    }

    Uni<Now> now() {
        return Uni.combine().all().unis(lists.waiting(), agents()).with(Now::new);
    }

    private Uni<List<Agent>> agents() {
        return database.preparedQuery(AGENTS)
                .execute(Tuple.of(config.heartbeat().toMillis() / 1000.0))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(Floor::agent)
                        .toList());
    }

    private static Agent agent(Row row) {
        var state = !row.getBoolean("there") ? State.GONE : row.getBoolean("online") ? State.ONLINE : State.BREAK;
        var until = row.getOffsetDateTime("after_call_until");
        var away = row.getString("away");
        return new Agent(
                StaffId.of(row.getUUID("staff_id")),
                row.getString("name"),
                state,
                away == null || state != State.BREAK ? null : Away.valueOf(away),
                row.getLong("chats"),
                row.getLong("calls"),
                row.getLong("offers"),
                until == null ? null : until.toInstant(),
                row.getLong("forgotten"),
                row.getOffsetDateTime("seen_at").toInstant());
    }
}
