package dev.yiwen.handoff.matching;

import dev.yiwen.handoff.HandoffConfig;
import dev.yiwen.handoff.plan.Plan;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.RolesWith;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** The agents who are there, with what they have and are asked to take. */
@Singleton
public final class Agents {
    private static final String THERE = """
            select p.staff_id, s.name, has.chats, has.calls, asked.offers
            from presence p join staff s on s.id = p.staff_id
            cross join lateral (
              select count(*) filter (where c.channel <> 'VOICE') as chats, count(*) filter (where c.channel = 'VOICE') as calls
              from conversation c where c.owner = 'agent' and c.agent_id = p.staff_id) has
            cross join lateral (
              select count(*) as offers from handoff o where o.ended_at is null and o.offered_to = p.staff_id) asked
            where p.online and p.seen_at > now() - $1::float8 * interval '1 second'
              and (p.after_call_until is null or p.after_call_until <= now()) and s.active and s.roles && %s
            order by asked.offers, p.idle_since, p.staff_id
            """.formatted(RolesWith.sql(Right.ANSWER));

    private static final String NAMED = """
            select s.id as staff_id, s.name, 0::bigint as chats, 0::bigint as calls, 0::bigint as offers
            from staff s where s.id = any($1) and s.active and s.roles && %s
            order by array_position($1, s.id)
            """.formatted(RolesWith.sql(Right.ANSWER));

    private final HandoffConfig config;

    Agents(HandoffConfig config) {
        this.config = config;
    }

    /** Whoever is asked to take least first; of these the longest idle. */
    public Uni<List<Hands>> there(SqlClient database, Plan plan) {
        return database.preparedQuery(THERE)
                .execute(Tuple.of(config.heartbeat().toMillis() / 1000.0))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> hands(row, plan))
                        .toList());
    }

    /** As though these alone were there, with nothing in hand. */
    Uni<List<Hands>> imagined(SqlClient database, Plan plan, Collection<UUID> staff) {
        return database.preparedQuery(NAMED)
                .execute(Tuple.of(staff.toArray(UUID[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> hands(row, plan))
                        .toList());
    }

    private Hands hands(Row row, Plan plan) {
        var skills = plan.skillsOf(StaffId.of(row.getUUID("staff_id")));
        return new Hands(
                skills,
                row.getString("name"),
                Math.toIntExact(row.getLong("chats")),
                Math.toIntExact(row.getLong("calls")),
                Math.toIntExact(row.getLong("offers")),
                Objects.requireNonNullElse(skills.chats(), config.capacity()));
    }
}
