package dev.yiwen.handoff.search;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds conversations by what customers and agents said in them, by the customer's name and by the calling number. Whoever
 * searches finds only what {@code MayRead} lets them read.
 */
@Singleton
final class ConversationSearch {
    private static final int SHOWN = 30;
    /** Of a word that many said, the latest: newer conversations are what is looked for. */
    private static final int HITS_READ = 2000;

    private static final String SAID = """
            select m.conversation_id, m.seq, m.body ->> 'text' as text
            from message m
            where m.author in ('customer', 'agent') and character_pairs(m.body ->> 'text') @> character_pairs($1)
              and m.body ->> 'text' ilike $2
            order by m.at desc limit %d
            """.formatted(HITS_READ);

    /** Of conversations {@code c}; $3 is who asks, $4 whether a supervisor does. The rule itself stands in MayRead. */
    private static final String VISIBLE = """
            ($4 or c.owner = 'queue' or c.agent_id = $3
              or exists (select from handoff h where h.conversation_id = c.id and h.agent_id = $3)
              or exists (select from conversation o where o.customer_id = c.customer_id
                         and (o.owner = 'queue' or o.agent_id = $3)))
            """;

    private static final String SEARCH = """
            with said as (%s), named as (
              select c.id from conversation c join customer cu on cu.id = c.customer_id
              where cu.name ilike $2 or c.subject like $2
              order by c.opened_at desc limit %d
            ), hit as (
              select distinct on (conversation_id) conversation_id, seq, text from said order by conversation_id, seq desc
            )
            select c.id, c.channel, c.subject, c.opened_at, c.closed_at, cu.name, hit.seq, left(hit.text, 300) as text
            from conversation c join customer cu on cu.id = c.customer_id left join hit on hit.conversation_id = c.id
            where (hit.conversation_id is not null or c.id in (select id from named)) and %s
            order by c.opened_at desc, c.id limit %d
            """.formatted(SAID, HITS_READ, VISIBLE, SHOWN);

    private final Pool database;

    ConversationSearch(Pool database) {
        this.database = database;
    }

    /** Newest first, at most 30. */
    Uni<List<Found>> find(String words, Staff reader) {
        return database.preparedQuery(SEARCH)
                .execute(Tuple.of(words, "%" + escaped(words) + "%", reader.id().value(), reader.may(Role.SUPERVISOR)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ConversationSearch::found)
                        .toList());
    }

    private static String escaped(String words) {
        return words.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static Found found(Row row) {
        return new Found(
                ConversationId.of(row.getUUID("id")),
                Channel.valueOf(row.getString("channel")),
                row.getString("name"),
                row.getString("subject"),
                row.getOffsetDateTime("opened_at").toInstant(),
                instant(row.getOffsetDateTime("closed_at")),
                row.getLong("seq"),
                row.getString("text"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
