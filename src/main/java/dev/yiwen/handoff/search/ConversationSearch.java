package dev.yiwen.handoff.search;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.privacy.Masked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds conversations by what customers and agents said in them, by the customer's name, the calling number, and the number of
 * the visitor, of a ticket or of the conversation. Whoever searches finds only what {@code MayRead} lets them read, and all of
 * that: the rights are part of what is looked for.
 */
@Singleton
final class ConversationSearch {
    static final int SHOWN = 30;
    private static final int LONGEST_TEXT = 300;
    private static final int LONGEST_TOPIC = 80;

    /** One character is in half of all conversations: it is looked for in so many of the newest. */
    private static final int LOOKED_THROUGH = 5000;

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

    private static final String BEFORE = """
            ($3::uuid is null or (c.opened_at, c.id) < (select b.opened_at, b.id from conversation b where b.id = $3))""";

    /** $1 are the words, $2 the same as a pattern; %1$s may be read of messages, %2$s of conversations. */
    private static final String SAID_OR_NAMED = """
            select m.conversation_id as id from message m
            where m.author in ('customer', 'agent') and character_pairs(folded(m.body ->> 'text')) @> character_pairs($1)
              and folded(m.body ->> 'text') like $2 and %1$s
            union select c.id from customer cu join conversation c on c.customer_id = cu.id
              where cu.name is not null and character_pairs(folded(cu.name)) @> character_pairs($1)
                and folded(cu.name) like $2 and %2$s
            union select c.id from conversation c
              where c.subject is not null and character_pairs(c.subject) @> character_pairs($1)
                and c.subject like $2 and %2$s
            union select c.id from conversation c where right(c.id::text, 4) = $5::text and %2$s
            union select c.id from conversation c where c.id = $7::uuid and %2$s
            union select c.id from ticket t join conversation c on c.id = t.conversation_id
              where t.number = $6::bigint and %2$s
            """;

    private static final String ONE_CHARACTER = """
            select c.id from (
              select c.* from conversation c where %2$s and %3$s order by c.opened_at desc, c.id desc limit %4$d
            ) c join customer cu on cu.id = c.customer_id
            where folded(cu.name) like $2 or strpos(c.subject, $1) > 0 or right(c.id::text, 4) = $5::text or c.id = $7::uuid
              or exists (select from message m where m.conversation_id = c.id and m.author in ('customer', 'agent')
                and folded(m.body ->> 'text') like $2)
              or exists (select from ticket t where t.conversation_id = c.id and t.number = $6::bigint)
            """;

    // The message that is shown, and what it was about, are looked up for those on the page alone.
    private static final String SEARCH = """
            with readable as (%1$s), found as (%2$s), page as (
              select c.* from found join conversation c on c.id = found.id
              where %3$s order by c.opened_at desc, c.id desc limit %4$d
            )
            select c.id, c.channel, c.subject, c.opened_at, c.closed_at, cu.name, hit.seq, left(hit.text, 364) as text,
              s.name as agent, left(coalesce(nullif(h.summary, ''), h.packet -> 'summary' ->> 0), 144) as about,
              (select t.number from ticket t where t.conversation_id = c.id and t.number = $6::bigint) as ticket
            from page c join customer cu on cu.id = c.customer_id left join lateral (
              select m.seq, m.body ->> 'text' as text from message m
              where m.conversation_id = c.id and m.author in ('customer', 'agent') and folded(m.body ->> 'text') like $2
              order by m.seq desc limit 1) hit on true
            left join lateral (
              select h.agent_id, h.summary, h.packet from handoff h
              where h.conversation_id = c.id order by h.epoch desc limit 1) h on true
            left join staff s on s.id = h.agent_id
            order by c.opened_at desc, c.id desc
            """;

    /** "Is true" has PostgreSQL look each hit up in a hash; else it may compare each with all that is readable. */
    private static final List<String> AGENTS =
            List.of("(m.conversation_id in (select id from readable)) is true", "c.id in (select id from readable)");

    private static final List<String> ALL = List.of("true", "true");
    private static final String ANYTHING = "select $4::uuid";

    private final Pool database;

    ConversationSearch(Pool database) {
        this.database = database;
    }

    /**
     * Newest first, at most {@value #SHOWN}.
     *
     * @param before the last conversation of the page before; null: from the newest on
     */
    Uni<List<SearchHit>> find(SearchedWords query, @Nullable ConversationId before, Staff reader) {
        return database.preparedQuery(sql(query, reader))
                .execute(query.parameters(before, reader.id()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> found(row, query.words()))
                        .toList());
    }

    private static String sql(SearchedWords query, Staff reader) {
        var all = reader.may(Right.READ_ALL);
        var may = all ? ALL : AGENTS;
        var hits = (query.isOneCharacter() ? ONE_CHARACTER : SAID_OR_NAMED)
                .formatted(may.getFirst(), may.getLast(), BEFORE, LOOKED_THROUGH);
        return SEARCH.formatted(all ? ANYTHING : READABLE, hits, BEFORE, SHOWN);
    }

    private static SearchHit found(Row row, String words) {
        var text = Masked.beginning(row.getString("text"), LONGEST_TEXT);
        var from = text == null ? -1 : Folding.of(text).indexOf(words);
        return new SearchHit(
                ConversationId.of(row.getUUID("id")),
                Channel.valueOf(row.getString("channel")),
                row.getString("name"),
                row.getString("subject"),
                row.getString("agent"),
                Masked.beginning(row.getString("about"), LONGEST_TOPIC),
                row.getLong("ticket"),
                row.getOffsetDateTime("opened_at").toInstant(),
                instant(row.getOffsetDateTime("closed_at")),
                row.getLong("seq"),
                text,
                from < 0 ? null : new SearchHit.Span(from, from + words.length()));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
