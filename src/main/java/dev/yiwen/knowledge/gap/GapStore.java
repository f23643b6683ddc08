package dev.yiwen.knowledge.gap;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.AskedTurns.Missed;
import dev.yiwen.knowledge.AskedTurns.Turn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements over gaps and their questions. */
final class GapStore {
    /** Days of a trend. */
    static final int DAYS = 14;

    /** Wordings and replies that a gap shows. */
    static final int SHOWN = 8;

    private static final String GAPS = """
            select g.*, coalesce(
                (select t.words from gap_question t where t.gap_id = g.id and t.typical limit 1),
                q.wordings[1]) as title,
              q.asked, q.days, q.channels, q.missed, q.wordings, q.replies, q.last_asked_at,
              exists (select from article_revision r
                where r.article_id = g.article_id and r.state = 'PUBLISHED' and r.revision >= g.revision) as published,
              (select r.changed_at from article_revision r
                where r.article_id = g.article_id and r.state = 'PUBLISHED' and r.revision >= g.revision) as published_at,
              (select a.slug from article a where a.id = g.article_id) as slug
            from knowledge_gap g
            join lateral (
              select count(*) as asked, max(asked_at) as last_asked_at,
                (select jsonb_object_agg(age, n) from (
                   select (current_date - d.asked_at::date) as age, count(*) as n from gap_question d
                   where d.gap_id = g.id and d.asked_at >= current_date - %1$d + 1 group by 1) daily) as days,
                (select jsonb_object_agg(channel, n) from (
                   select channel, count(*) as n from gap_question c where c.gap_id = g.id group by 1) by_channel) as channels,
                (select jsonb_object_agg(missed, n) from (
                   select missed, count(*) as n from gap_question w where w.gap_id = g.id group by 1) by_way) as missed,
                array(select words from gap_question w where w.gap_id = g.id
                   group by words order by count(*) desc, max(asked_at) desc limit %2$d) as wordings,
                array(select distinct reply from gap_question r, unnest(r.replies) as reply
                   where r.gap_id = g.id limit %2$d) as replies
              from gap_question where gap_id = g.id) q on q.asked > 0
            """.formatted(DAYS, SHOWN);

    private static final String ALL = GAPS + " order by q.asked desc, q.last_asked_at desc limit 500";
    private static final String ONE = GAPS + " where g.id = $1";

    /** Of each gap a few wordings, by which new questions are known. */
    private static final String KNOWN = """
            select g.id, g.state, w.words from knowledge_gap g
            cross join lateral (
              select words from gap_question q where q.gap_id = g.id
              group by words order by count(*) desc, max(asked_at) desc limit 3) w
            where exists (select from gap_question q where q.gap_id = g.id and q.asked_at > now() - interval '90 days')
            order by g.id""";

    private static final String CONVERSATION =
            "select conversation_id from gap_question where gap_id = $1 order by asked_at desc limit 1";

    private static final String OPEN = "insert into knowledge_gap (id, opened_at) values ($1, $2)";

    private static final String ADD = """
            insert into gap_question (conversation_id, in_reply_to, gap_id, words, missed, channel, replies, asked_at, typical)
            select $1, $2, $3, $4, $5, $6, $7, $8, $9 where exists (select from conversation where id = $1)
            on conflict (conversation_id, in_reply_to) do update
              set missed = excluded.missed, replies = excluded.replies""";

    /** Asked in vain again, although what was drafted is live since. */
    private static final String REOPEN = """
            update knowledge_gap g
            set state = 'OPEN', article_id = null, revision = null, drafted_at = null, reopened_at = now(), changed_at = now()
            where g.state = 'DRAFTED' and g.id = any($1) and exists (
              select from article_revision r join gap_question q on q.gap_id = g.id and q.asked_at > r.changed_at
              where r.article_id = g.article_id and r.state = 'PUBLISHED' and r.revision >= g.revision)""";

    private static final String IGNORE = """
            update knowledge_gap set state = 'IGNORED', reason = $2, article_id = null, revision = null, drafted_at = null,
              changed_at = now() where id = $1""";
    private static final String DRAFT = """
            update knowledge_gap set state = 'DRAFTED', reason = null, article_id = $2, revision = $3, drafted_at = now(),
              changed_at = now() where id = $1""";
    private static final String RESET = """
            update knowledge_gap set state = 'OPEN', reason = null, article_id = null, revision = null, drafted_at = null,
              changed_at = now() where id = $1""";
    private static final String OWN = "update knowledge_gap set owner = $2, changed_at = now() where id = $1";

    private GapStore() {}

    /** A gap with what only its rows tell. */
    record Stored(Gap gap, @Nullable String slug, @Nullable Instant publishedAt) {}

    /** A wording of a gap. */
    record Known(UUID gap, String words) {}

    static Uni<List<Stored>> all(SqlClient client) {
        return client.query(ALL).execute().map(GapStore::stored);
    }

    static Uni<Optional<Stored>> one(SqlClient client, UUID id) {
        return client.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(rows -> stored(rows).stream().findFirst());
    }

    /** The one in which it was asked last. */
    static Uni<UUID> conversation(SqlClient client, UUID gap) {
        return client.preparedQuery(CONVERSATION)
                .execute(Tuple.of(gap))
                .map(rows -> rows.iterator().next().getUUID(0));
    }

    static Uni<List<Known>> known(SqlClient client) {
        return client.query(KNOWN)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Known(row.getUUID("id"), row.getString("words")))
                        .toList());
    }

    /** @param at when it was asked first */
    static Uni<Void> open(SqlClient client, UUID id, Instant at) {
        return client.preparedQuery(OPEN).execute(Tuple.of(id, utc(at))).replaceWithVoid();
    }

    static Uni<Void> add(SqlClient client, UUID gap, List<Turn> turns, @Nullable Turn typical) {
        var rows = turns.stream()
                .map(it -> Tuple.tuple()
                        .addUUID(it.conversation())
                        .addLong(it.seq())
                        .addUUID(gap)
                        .addString(it.words())
                        .addString(it.missed().name())
                        .addString(it.channel())
                        .addArrayOfString(it.replies().toArray(String[]::new))
                        .addOffsetDateTime(utc(it.at()))
                        .addBoolean(it.equals(typical)))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(ADD).executeBatch(rows).replaceWithVoid();
    }

    static Uni<Void> reopen(SqlClient client, List<UUID> gaps) {
        return client.preparedQuery(REOPEN)
                .execute(Tuple.tuple().addArrayOfUUID(gaps.toArray(UUID[]::new)))
                .replaceWithVoid();
    }

    /** False for an unknown gap; so with the others. */
    static Uni<Boolean> ignore(SqlClient client, UUID id, String reason) {
        return changed(client, IGNORE, Tuple.of(id, reason));
    }

    static Uni<Boolean> drafted(SqlClient client, UUID id, ArticleId article, int revision) {
        return changed(client, DRAFT, Tuple.of(id, article.value(), revision));
    }

    static Uni<Boolean> reset(SqlClient client, UUID id) {
        return changed(client, RESET, Tuple.of(id));
    }

    static Uni<Boolean> own(SqlClient client, UUID id, @Nullable String owner) {
        return changed(client, OWN, Tuple.of(id, owner));
    }

    private static Uni<Boolean> changed(SqlClient client, String statement, Tuple values) {
        return client.preparedQuery(statement).execute(values).map(rows -> rows.rowCount() == 1);
    }

    private static List<Stored> stored(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(GapStore::stored)
                .toList();
    }

    private static Stored stored(Row row) {
        @Nullable UUID article = row.getUUID("article_id");
        boolean published = row.getBoolean("published");
        var state = Gap.State.valueOf(row.getString("state"));
        return new Stored(
                new Gap(
                        row.getUUID("id"),
                        row.getString("title"),
                        published ? Gap.State.PUBLISHED : state,
                        row.getLong("asked"),
                        days(row.getJsonObject("days")),
                        counts(row.getJsonObject("channels")),
                        ways(row.getJsonObject("missed")),
                        List.of(row.getArrayOfStrings("wordings")),
                        Stream.of(row.getArrayOfStrings("replies")).toList(),
                        row.getString("owner"),
                        row.getString("reason"),
                        article == null ? null : ArticleId.of(article),
                        0,
                        instant(row, "opened_at").orElseThrow(),
                        instant(row, "last_asked_at").orElseThrow(),
                        instant(row, "reopened_at").orElse(null)),
                row.getString("slug"),
                instant(row, "published_at").orElse(null));
    }

    /** Keys are days ago. */
    private static List<Long> days(@Nullable JsonObject counts) {
        var days = new ArrayList<>(Collections.nCopies(DAYS, 0L));
        counts(counts).forEach((ago, count) -> {
            int place = DAYS - 1 - Integer.parseInt(ago);
            if (place >= 0 && place < DAYS) {
                days.set(place, count);
            }
        });
        return days;
    }

    private static Map<String, Long> counts(@Nullable JsonObject counts) {
        var read = new TreeMap<String, Long>();
        if (counts != null) {
            counts.fieldNames().forEach(it -> read.put(it, counts.getLong(it)));
        }
        return read;
    }

    private static Map<Missed, Long> ways(@Nullable JsonObject counts) {
        var read = new EnumMap<Missed, Long>(Missed.class);
        counts(counts).forEach((way, count) -> read.put(Missed.valueOf(way), count));
        return read;
    }

    private static Optional<Instant> instant(Row row, String column) {
        return Optional.ofNullable(row.getOffsetDateTime(column)).map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
