package dev.yiwen.quality.outside;

import dev.yiwen.identity.CustomerId;
import dev.yiwen.identity.MergedRows;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The rows of what was handed in. They go with the customer when two are found to be one. */
@Singleton
final class OutsideFeedbackTable implements MergedRows {
    /** A conversation that was named counts only where it is that customer's, or where nobody else was named. */
    private static final String ADD = """
            with about as (
              select c.id, c.customer_id from conversation c
              where $5::uuid is not null and c.id = $5 and ($4::uuid is null or c.customer_id = $4)
              union all
              (select c.id, c.customer_id from conversation c
               where $5::uuid is null and c.customer_id = $4 and c.opened_at <= $9
                 and coalesce(c.closed_at, $9) > $9 - interval '7 days'
               order by c.opened_at desc limit 1)
            )
            insert into outside_feedback (id, source, external_id, customer_id, conversation_id, ticket_id, score, text, url, said_at)
            select $1, $2, $3, coalesce($4, about.customer_id), about.id,
              (select t.id from ticket t where t.customer_id = coalesce($4, about.customer_id) and t.opened_at <= $9
                 and t.opened_at > $9 - interval '30 days' order by t.opened_at desc limit 1),
              $6, $7, $8, $9
            from (select 1) one left join about on true
            on conflict (source, external_id) do nothing
            """;

    private static final String FIND = """
            select f.*, c.name as customer from outside_feedback f left join customer c on c.id = f.customer_id
            """;

    private final Pool database;

    OutsideFeedbackTable(Pool database) {
        this.database = database;
    }

    /** @param score of 1 to 5 */
    record Said(
            String source,
            String id,
            @Nullable CustomerId customer,
            @Nullable UUID conversation,
            @Nullable Integer score,
            @Nullable String text,
            @Nullable String url,
            Instant at) {}

    @Override
    public List<String> tables() {
        return List.of("outside_feedback");
    }

    /** Whether it is new. */
    Uni<Boolean> add(Said said) {
        return database.preparedQuery(ADD)
                .execute(Tuple.from(new Object[] {
                    Ids.next(),
                    said.source(),
                    said.id(),
                    said.customer() == null ? null : said.customer().value(),
                    said.conversation(),
                    said.score(),
                    said.text(),
                    said.url(),
                    said.at().atOffset(ZoneOffset.UTC)
                }))
                .map(rows -> rows.rowCount() > 0);
    }

    Uni<OutsideFeedback> find(String source, String id) {
        return database.preparedQuery(FIND + " where f.source = $1 and f.external_id = $2")
                .execute(Tuple.of(source, id))
                .map(rows -> of(rows.iterator().next()));
    }

    /** The newest first. */
    Uni<List<OutsideFeedback>> lately(Duration last, int most) {
        return database.preparedQuery(
                        FIND
                                + " where f.said_at >= now() - make_interval(secs => $1) order by f.said_at desc, f.id desc limit $2")
                .execute(Tuple.of((double) last.toSeconds(), most))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(OutsideFeedbackTable::of)
                        .toList());
    }

    private static OutsideFeedback of(Row row) {
        return new OutsideFeedback(
                row.getUUID("id"),
                row.getString("source"),
                row.getString("customer"),
                row.getUUID("conversation_id"),
                row.getUUID("ticket_id"),
                row.getInteger("score"),
                row.getString("text"),
                row.getString("url"),
                row.getOffsetDateTime("said_at").toInstant());
    }
}
