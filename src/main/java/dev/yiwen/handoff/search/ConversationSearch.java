package dev.yiwen.handoff.search;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.privacy.Masked;
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
 * searches finds only what {@code MayRead} lets them read, and all of that: the rights are part of what is looked for.
 */
@Singleton
final class ConversationSearch {
    static final int SHOWN = 30;
    private static final int LONGEST_TEXT = 300;

    /** In messages {@code m}; $1 are the words, $2 the same as a pattern. */
    private static final String SAYS = """
            m.author in ('customer', 'agent') and character_pairs(m.body ->> 'text') @> character_pairs($1)
              and m.body ->> 'text' ilike $2
            """;

    /** $4 is the agent who asks; the rule itself stands in MayRead. */
    private static final String READABLE = """
            with serving as (
              select id, customer_id from conversation where owner = 'queue'
              union all select id, customer_id from conversation where owner = 'agent' and agent_id = $4
            )
            select id from serving
            union select c.id from handoff h join conversation c on c.id = h.conversation_id and c.owner = 'nobody'
              where h.agent_id = $4
            union select conversation_id from ticket where owner_id = $4 and conversation_id is not null
              and state <> 'RESOLVED' and (opened_by is null or given_by <> owner_id)
            union select o.id from serving join conversation o on o.customer_id = serving.customer_id
            """;

    // The message that is shown is looked up for those on the page alone.
    private static final String SEARCH = """
            with readable as (%1$s), found as (
              select m.conversation_id as id from message m where %2$s and %3$s
              union select c.id from conversation c join customer cu on cu.id = c.customer_id
              where (cu.name ilike $2 or c.subject like $2) and %4$s
            ), page as (
              select c.* from found join conversation c on c.id = found.id
              where $3::uuid is null
                or (c.opened_at, c.id) < (select b.opened_at, b.id from conversation b where b.id = $3)
              order by c.opened_at desc, c.id desc limit %5$d
            )
            select c.id, c.channel, c.subject, c.opened_at, c.closed_at, cu.name, hit.seq, left(hit.text, 364) as text
            from page c join customer cu on cu.id = c.customer_id left join lateral (
              select m.seq, m.body ->> 'text' as text from message m
              where m.conversation_id = c.id and m.author in ('customer', 'agent') and m.body ->> 'text' ilike $2
              order by m.seq desc limit 1) hit on true
            order by c.opened_at desc, c.id desc
            """;

    /** "Is true" has PostgreSQL look each hit up in a hash; else it may compare each with all that is readable. */
    private static final String OF_AGENT = SEARCH.formatted(
            READABLE,
            SAYS,
            "(m.conversation_id in (select id from readable)) is true",
            "c.id in (select id from readable)",
            SHOWN);

    private static final String OF_ALL = SEARCH.formatted("select $4::uuid", SAYS, "true", "true", SHOWN);

    private final Pool database;

    ConversationSearch(Pool database) {
        this.database = database;
    }

    /**
     * Newest first, at most {@value #SHOWN}.
     *
     * @param before the last conversation of the page before; null: from the newest on
     */
    Uni<List<SearchHit>> find(String words, @Nullable ConversationId before, Staff reader) {
        return database.preparedQuery(reader.may(Role.SUPERVISOR) ? OF_ALL : OF_AGENT)
                .execute(Tuple.of(
                        words,
                        "%" + escaped(words) + "%",
                        before == null ? null : before.value(),
                        reader.id().value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(ConversationSearch::found)
                        .toList());
    }

    private static String escaped(String words) {
        return words.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private static SearchHit found(Row row) {
        return new SearchHit(
                ConversationId.of(row.getUUID("id")),
                Channel.valueOf(row.getString("channel")),
                row.getString("name"),
                row.getString("subject"),
                row.getOffsetDateTime("opened_at").toInstant(),
                instant(row.getOffsetDateTime("closed_at")),
                row.getLong("seq"),
                Masked.beginning(row.getString("text"), LONGEST_TEXT));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
