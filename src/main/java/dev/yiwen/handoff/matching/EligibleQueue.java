package dev.yiwen.handoff.matching;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.AwayConfig;
import dev.yiwen.handoff.CustomerPresence;
import dev.yiwen.handoff.plan.Wanted;
import dev.yiwen.handoff.queue.StoredJson;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Those who wait, are there, and whom nobody is asked to take, in the order of the queue. */
@Singleton
final class EligibleQueue {
    private static final String FIRST = """
            select w.conversation_id, w.epoch, w.passed_by, w.wanted::text as wanted, c.channel,
              (w.transfer ->> 'agent')::uuid as colleague, w.urgent_at is not null as urgent, extract(epoch from now() - w.requested_at)::bigint as seconds
            from (
              select *, row_number() over (partition by lane order by rank_at, conversation_id) as place from handoff
              where ended_at is null and assigned_at is null and wanted is not null
                and (urgent_at is not null or not exists (select from customer_presence p
                  where p.conversation_id = handoff.conversation_id and %s))
                and (offered_to is null or offered_to = $2 or offer_ends_at <= now()) and (not $3 or urgent_at is not null)
            ) w join conversation c on c.id = w.conversation_id and c.epoch = w.epoch and c.owner = 'queue'
            where w.place <= $1
            order by w.rank_at, w.conversation_id
            """.formatted(CustomerPresence.GONE.formatted("$4"));

    private final StoredJson json;
    private final AwayConfig away;

    EligibleQueue(StoredJson json, AwayConfig away) {
        this.json = json;
        this.away = away;
    }

    /**
     * So many of those who want the same, so that those whom nobody can help now do not hide others behind.
     *
     * @param askedAlready whose open offers count as well
     */
    Uni<List<Waiting>> first(SqlClient database, int ofAKind, @Nullable StaffId askedAlready) {
        return first(database, ofAKind, askedAlready, false);
    }

    /** Of those in danger alone. */
    Uni<List<Waiting>> urgent(SqlClient database, int ofAKind) {
        return first(database, ofAKind, null, true);
    }

    private Uni<List<Waiting>> first(
            SqlClient database, int ofAKind, @Nullable StaffId askedAlready, boolean onlyUrgent) {
        return database.preparedQuery(FIRST)
                .execute(Tuple.of(
                        (long) ofAKind,
                        askedAlready == null ? null : askedAlready.value(),
                        onlyUrgent,
                        away.passedOverAfterSeconds()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::waiting)
                        .toList());
    }

    private Waiting waiting(Row row) {
        var colleague = row.getUUID("colleague");
        return new Waiting(
                ConversationId.of(row.getUUID("conversation_id")),
                row.getInteger("epoch"),
                Channel.valueOf(row.getString("channel")),
                json.read(row.getString("wanted"), Wanted.class),
                colleague == null ? null : StaffId.of(colleague),
                Arrays.stream(row.getArrayOfUUIDs("passed_by")).map(StaffId::of).collect(Collectors.toSet()),
                row.getLong("seconds"),
                row.getBoolean("urgent"));
    }
}
