package dev.yiwen.handoff.desk;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.handoff.plan.Marked;
import dev.yiwen.handoff.queue.StoredJson;
import dev.yiwen.handoff.wait.WaitsSince;
import dev.yiwen.identity.StaffId;
import dev.yiwen.privacy.Masked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The lists at an agent's left hand: who waits, what is mine, what I closed. They stand open all day, so that customers' words
 * are without personal data in them.
 */
@Singleton
final class Lists {
    private static final int LONGEST = 200;
    private static final int CLOSED_SHOWN = 50;
    private static final int LONGEST_TEXT = 200;

    /** The first of the queue, and whoever is offered to somebody though further behind. */
    private static final String WAITING = """
            with shown as (
              (select conversation_id, epoch, rank_at, offered_to, offer_ends_at, wanted -> 'marks' as marks, preferred from handoff
               where ended_at is null and assigned_at is null order by rank_at, conversation_id limit $1)
              union
              select conversation_id, epoch, rank_at, offered_to, offer_ends_at, wanted -> 'marks' as marks, preferred from handoff
              where ended_at is null and assigned_at is null and offered_to is not null and offer_ends_at > now()
            )
            select c.id, c.channel, c.subject, %1$s, c.reason::text as reason, c.priority, c.queued_at, cu.name, m.text, h.marks::text as marks, h.preferred,
              case when h.offer_ends_at > now() then h.offered_to end as offered_to, h.offer_ends_at
            from shown h join conversation c on c.id = h.conversation_id and c.epoch = h.epoch and c.owner = 'queue'
            join customer cu on cu.id = c.customer_id
            left join lateral (
              select left(body ->> 'text', 264) as text from message m
              where m.conversation_id = c.id and m.author = 'customer' order by m.seq desc limit 1) m on true
            left join customer_presence p on p.conversation_id = c.id
            order by h.rank_at, c.id
            """.formatted(Visitor.COLUMNS);

    /** Notices say nothing about who has to answer. */
    private static final String SERVED = """
            select c.id, c.channel, c.subject, %1$s, c.agent_id, c.last_seq, cu.name, m.text, m.author, m.at, h.disposition, %2$s,
              exists (select from handoff u where u.conversation_id = c.id and u.urgent_at is not null) as urgent
            from conversation c join customer cu on cu.id = c.customer_id
            left join lateral (
              select h.disposition, h.agent_id from handoff h
              where h.conversation_id = c.id order by h.epoch desc limit 1) h on true
            left join lateral (
              select left(body ->> 'text', 264) as text, m.author, m.at from message m
              where m.conversation_id = c.id and m.author <> 'system' order by m.seq desc limit 1) m on true
            left join customer_presence p on p.conversation_id = c.id
            """.formatted(Visitor.COLUMNS, WaitsSince.COLUMN);

    private final Pool database;
    private final StoredJson json;

    Lists(Pool database, StoredJson json) {
        this.database = database;
        this.json = json;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CustomerView(@Nullable String name) {}

    /**
     * Someone who waits. Whom it is offered to concerns nobody else.
     *
     * @param preferred whether a supervisor has put them first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Waiting(
            ConversationId conversationId,
            CustomerView customer,
            Channel channel,
            @Nullable String subject,
            HandoffReason reason,
            int priority,
            Instant since,
            @Nullable String lastText,
            List<Marked> marks,
            @Nullable Visitor visitor,
            boolean preferred,
            @JsonIgnore @Nullable StaffId offeredTo,
            @JsonIgnore @Nullable Instant offerEndsAt) {
        public Waiting {
            marks = List.copyOf(marks);
        }

        boolean isOfferedTo(StaffId agent) {
            return agent.equals(offeredTo);
        }
    }

    /**
     * A conversation that an agent has or had.
     *
     * @param waitsSince since when the customer waits for a word; null when they do not
     * @param urgent whether somebody was in danger in it; that stays so until its end
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mine(
            ConversationId conversationId,
            CustomerView customer,
            Channel channel,
            @Nullable String subject,
            long lastSeq,
            @Nullable String lastText,
            @Nullable Instant lastAt,
            AuthorView.@Nullable Kind lastAuthor,
            @Nullable Instant waitsSince,
            @Nullable String disposition,
            @Nullable Visitor visitor,
            boolean urgent) {}

    Uni<List<Waiting>> waiting() {
        return database.preparedQuery(WAITING)
                .execute(Tuple.of(LONGEST))
                .map(rows -> stream(rows).map(this::waiting).toList());
    }

    Uni<List<Mine>> of(StaffId agent) {
        return of(List.of(agent)).map(all -> all.getOrDefault(agent, List.of()));
    }

    /** In one query for all agents who look. */
    Uni<Map<StaffId, List<Mine>>> of(Collection<StaffId> agents) {
        return database.preparedQuery(SERVED + "where c.owner = 'agent' and c.agent_id = any($1)"
                        + " order by c.channel = 'VOICE' desc, c.opened_at, c.id")
                .execute(Tuple.of(agents.stream().map(StaffId::value).toArray(UUID[]::new)))
                .map(rows -> stream(rows)
                        .collect(Collectors.groupingBy(
                                row -> StaffId.of(row.getUUID("agent_id")),
                                Collectors.mapping(Lists::mine, Collectors.toList()))));
    }

    /** Calls of the last day that ended with this agent and of which nobody has said how; newest first. */
    Uni<List<Mine>> unfinishedBy(StaffId agent) {
        return database.preparedQuery(SERVED + """
                        where c.channel = 'VOICE' and c.owner = 'nobody' and h.agent_id = $1 and h.disposition is null
                          and c.closed_at > now() - interval '1 day'
                        order by c.closed_at desc limit $2
                        """)
                .execute(Tuple.of(agent.value(), CLOSED_SHOWN))
                .map(rows -> stream(rows).map(Lists::mine).toList());
    }

    /** Newest first. */
    Uni<List<Mine>> closedBy(StaffId agent) {
        return database.preparedQuery(
                        SERVED + "where c.owner = 'nobody' and h.agent_id = $1 order by c.closed_at desc limit $2")
                .execute(Tuple.of(agent.value(), CLOSED_SHOWN))
                .map(rows -> stream(rows).map(Lists::mine).toList());
    }

    private Waiting waiting(Row row) {
        var offeredTo = row.getUUID("offered_to");
        var offerEndsAt = row.getOffsetDateTime("offer_ends_at");
        return new Waiting(
                ConversationId.of(row.getUUID("id")),
                new CustomerView(row.getString("name")),
                Channel.valueOf(row.getString("channel")),
                row.getString("subject"),
                json.read(row.getString("reason"), HandoffReason.class).masked(Masked::text),
                row.getShort("priority"),
                row.getOffsetDateTime("queued_at").toInstant(),
                Masked.beginning(row.getString("text"), LONGEST_TEXT),
                marks(row.getString("marks")),
                Visitor.of(row),
                row.getBoolean("preferred"),
                offeredTo == null ? null : StaffId.of(offeredTo),
                offerEndsAt == null ? null : offerEndsAt.toInstant());
    }

    /** Not known before the rules have looked. */
    private List<Marked> marks(@Nullable String stored) {
        return stored == null ? List.of() : List.of(json.read(stored, Marked[].class));
    }

    private static Mine mine(Row row) {
        var at = row.getOffsetDateTime("at");
        var waits = row.getOffsetDateTime("waits_since");
        var author = row.getString("author");
        return new Mine(
                ConversationId.of(row.getUUID("id")),
                new CustomerView(row.getString("name")),
                Channel.valueOf(row.getString("channel")),
                row.getString("subject"),
                row.getLong("last_seq"),
                Masked.beginning(row.getString("text"), LONGEST_TEXT),
                at == null ? null : at.toInstant(),
                author == null ? null : AuthorView.Kind.valueOf(author),
                waits == null ? null : waits.toInstant(),
                row.getString("disposition"),
                Visitor.of(row),
                row.getBoolean("urgent"));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
