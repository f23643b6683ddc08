package dev.yiwen.handoff.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.desk.Lists.CustomerView;
import dev.yiwen.handoff.queue.EmergencyConfig;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Customers in danger to whom no agent has said a word, for their supervisors. */
@Path("/api/v1/supervision/emergencies")
@RolesAllowed(Right.Names.SUPERVISE)
final class EmergencyResource {
    private static final String UNANSWERED = """
            select c.id, c.epoch, cu.name, s.name as agent, h.urgent_at, h.reason ->> 'words' as words,
              h.urgent_at < now() - $1::float8 * interval '1 second' as overdue
            from handoff h
            join conversation c on c.id = h.conversation_id and c.owner in ('queue', 'agent')
            join customer cu on cu.id = c.customer_id
            left join staff s on s.id = c.agent_id
            where h.ended_at is null and h.urgent_at is not null and c.channel <> 'VOICE'
              and not exists (select from message m
                where m.conversation_id = c.id and m.author = 'agent' and not m.body ? 'ticket' and m.at > h.urgent_at)
            order by h.urgent_at
            """;

    private final Pool database;
    private final EmergencyConfig config;

    EmergencyResource(Pool database, EmergencyConfig config) {
        this.database = database;
        this.config = config;
    }

    /**
     * @param agent who has it and is silent; null while it waits
     * @param overdue whether it has lasted for longer than it may
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Emergency(
            ConversationId conversationId,
            int epoch,
            CustomerView customer,
            @Nullable String agent,
            Instant since,
            String words,
            boolean overdue) {}

    /** The longest first. */
    @GET
    public Uni<List<Emergency>> unanswered() {
        return database.preparedQuery(UNANSWERED)
                .execute(Tuple.of(config.escalateAfter().toMillis() / 1000.0))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(EmergencyResource::emergency)
                        .toList());
    }

    private static Emergency emergency(Row row) {
        return new Emergency(
                ConversationId.of(row.getUUID("id")),
                row.getInteger("epoch"),
                new CustomerView(row.getString("name")),
                row.getString("agent"),
                row.getOffsetDateTime("urgent_at").toInstant(),
                row.getString("words"),
                row.getBoolean("overdue"));
    }
}
