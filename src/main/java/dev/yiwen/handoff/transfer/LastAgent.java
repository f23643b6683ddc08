package dev.yiwen.handoff.transfer;

import dev.yiwen.conversation.Channel;
import dev.yiwen.handoff.HandoffConfig;
import dev.yiwen.handoff.matching.Agents;
import dev.yiwen.handoff.plan.Plans;
import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds the agent whom a customer was with a short while ago, if that agent is free. */
@Singleton
public final class LastAgent {
    private static final String OF = """
            select h.agent_id, s.name
            from conversation c
            cross join lateral (
              select agent_id from handoff
              where conversation_id = c.id and agent_id is not null order by epoch desc limit 1) h
            join staff s on s.id = h.agent_id and s.active
            where c.customer_id = $1 and c.channel <> 'VOICE' and c.owner = 'nobody'
              and c.closed_at > now() - $2::float8 * interval '1 second'
            order by c.closed_at desc limit 1
            """;

    private final Pool database;
    private final Agents agents;
    private final Plans plans;
    private final HandoffConfig config;

    LastAgent(Pool database, Agents agents, Plans plans, HandoffConfig config) {
        this.database = database;
        this.agents = agents;
        this.plans = plans;
        this.config = config;
    }

    public record Known(StaffId id, String name) {}

    /** Empty when there was none, or that one is away or has no hand free. */
    public Uni<Optional<Known>> of(CustomerId customer) {
        return database.preparedQuery(OF)
                .execute(Tuple.of(customer.value(), config.returnWithin().toMillis() / 1000.0))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> new Known(StaffId.of(row.getUUID("agent_id")), row.getString("name"))))
                .chain(last ->
                        last.map(this::ifFree).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Known>> ifFree(Known last) {
        return agents.there(database, plans.current().plan())
                .map(there -> there.stream().anyMatch(it -> it.agent().equals(last.id()) && it.canTake(Channel.WEB)))
                .map(free -> Optional.of(last).filter(it -> free));
    }
}
