package dev.yiwen.handoff.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.CallLines;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.desk.Lists.CustomerView;
import dev.yiwen.identity.StaffId;
import dev.yiwen.privacy.Masked;
import dev.yiwen.triage.Triage;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The conversations that agents have in hand, for their supervisors. */
@Singleton
final class InHand {
    private static final int LONGEST = 300;
    private static final int LONGEST_TEXT = 200;

    private static final String READ = """
            select c.id, c.epoch, c.channel, c.subject, c.agent_id, s.name as agent_name, cu.name,
              coalesce(h.assigned_at, c.opened_at) as since,
              exists (select from handoff u where u.conversation_id = c.id and u.urgent_at is not null) as urgent,
              c.reason ->> 'code' = 'LEGAL_OR_COMPLAINT' as complaint, words.texts, %s, left(last.text, 264) as text
            from conversation c
            join staff s on s.id = c.agent_id
            join customer cu on cu.id = c.customer_id
            left join lateral (
              select assigned_at from handoff h
              where h.conversation_id = c.id and h.agent_id = c.agent_id order by h.epoch desc limit 1) h on true
            left join lateral (
              select array_agg(m.body ->> 'text') as texts from (
                select body from message
                where conversation_id = c.id and author = 'customer' order by seq desc limit 5) m) words on true
            left join lateral (
              select body ->> 'text' as text from message
              where conversation_id = c.id and author <> 'system' order by seq desc limit 1) last on true
            where c.owner = 'agent'
            order by since limit $1
            """.formatted(Lists.WAITS_SINCE);

    private final Pool database;
    private final Triage triage;
    private final CallLines lines;

    InHand(Pool database, Triage triage, CallLines lines) {
        this.lines = lines;
        this.database = database;
        this.triage = triage;
    }

    /**
     * @param since when the agent got it
     * @param anger the most in what the customer said lately, 0 (calm) to 1
     * @param urgent whether somebody was in danger in it; that stays so until its end
     * @param complaint whether they complained or spoke of authorities
     * @param waitsSince since when the customer waits for a word; null when they do not
     * @param line how a call stands
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Held(
            ConversationId conversationId,
            int epoch,
            Channel channel,
            @Nullable String subject,
            CustomerView customer,
            StaffId agentId,
            String agent,
            Instant since,
            double anger,
            boolean urgent,
            boolean complaint,
            @Nullable Instant waitsSince,
            @Nullable String lastText,
            @Nullable CallLine line) {}

    /** Danger first, then complaints, then the angriest, then those that have lasted longest. */
    Uni<List<Held>> all() {
        return database.preparedQuery(READ)
                .execute(Tuple.of(LONGEST))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList())
                .chain(rows -> lines.of(rows.stream()
                                .filter(row -> Channel.valueOf(row.getString("channel")) == Channel.VOICE)
                                .map(row -> ConversationId.of(row.getUUID("id")))
                                .toList())
                        .map(calls -> sorted(rows, calls)));
    }

    private List<Held> sorted(List<Row> rows, Map<ConversationId, CallLine> calls) {
        return rows.stream()
                .map(row -> held(row, calls.get(ConversationId.of(row.getUUID("id")))))
                .sorted(Comparator.comparing((Held it) -> !it.urgent())
                        .thenComparing(it -> !it.complaint())
                        .thenComparingDouble(it -> -level(it.anger()))
                        .thenComparing(Held::since))
                .toList();
    }

    /** In steps, so that a line does not jump with every word. */
    private static double level(double anger) {
        return Math.floor(anger * 4);
    }

    private Held held(Row row, @Nullable CallLine line) {
        var waits = row.getOffsetDateTime("waits_since");
        var texts = row.getArrayOfStrings("texts");
        return new Held(
                ConversationId.of(row.getUUID("id")),
                row.getInteger("epoch"),
                Channel.valueOf(row.getString("channel")),
                row.getString("subject"),
                new CustomerView(row.getString("name")),
                StaffId.of(row.getUUID("agent_id")),
                row.getString("agent_name"),
                row.getOffsetDateTime("since").toInstant(),
                texts == null
                        ? 0
                        : Stream.of(texts).mapToDouble(triage::angerIn).max().orElse(0),
                row.getBoolean("urgent"),
                Boolean.TRUE.equals(row.getBoolean("complaint")),
                waits == null ? null : waits.toInstant(),
                Masked.beginning(row.getString("text"), LONGEST_TEXT),
                line);
    }
}
