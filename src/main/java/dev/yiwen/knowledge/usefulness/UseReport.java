package dev.yiwen.knowledge.usefulness;

import dev.yiwen.knowledge.ArticleCounts.Measure;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.usefulness.Usefulness.Change;
import dev.yiwen.knowledge.usefulness.Usefulness.Counts;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements that read counts: of every live article in a period, and more of the few that are shown. */
final class UseReport {
    /** Parts of a trend; a period is a multiple of none, so the last part is today's. */
    static final int PARTS = 15;

    private static final String LIVE = """
            select a.id, a.slug, r.revision, r.question, r.author, r.author_id, r.valid_to,
              coalesce(r.live_from, r.changed_at) as live_from,
              (select min(coalesce(f.live_from, f.changed_at)) from article_revision f
                where f.article_id = a.id and (f.live_from is not null or f.state = 'PUBLISHED')) as live_since,
              greatest(r.live_from, r.changed_at, r.reviewed_at, r.confirmed_at, c.checked_at) as looked_at,
              u.counts, coalesce(u.lately, 0) as lately
            from article a
            join article_revision r on r.article_id = a.id and r.state = 'PUBLISHED'
            left join article_check c on c.article_id = a.id
            left join (
              select article_id, jsonb_object_agg(measure, n) filter (where n > 0) as counts,
                sum(lately) filter (where measure in ('SHOWN', 'SUGGESTED')) as lately
              from (
                select article_id, measure, coalesce(sum(n) filter (where day > $1::date - $2::integer), 0) as n,
                  sum(n) as lately
                from article_use where day > $1::date - %d group by 1, 2) m
              group by 1) u on u.article_id = a.id
            where (r.valid_from is null or r.valid_from <= $1::date) and (r.valid_to is null or r.valid_to >= $1::date)
            """.formatted(UseCounting.MOST_DAYS);

    private static final String TREND = """
            select article_id, ($1::date - day) / $3::integer as ago, sum(n)::integer as n from article_use
            where article_id = any($4) and day > $1::date - $2::integer and measure = 'SHOWN' group by 1, 2""";

    private static final String CHANGE = """
            select article_id, since, jsonb_object_agg(measure, n) as counts from (
              select u.article_id, u.revision >= live.revision as since, u.measure, sum(u.n) as n
              from article_use u join unnest($3::uuid[], $4::integer[]) as live(id, revision) on live.id = u.article_id
              where u.day > $1::date - $2::integer group by 1, 2, 3) m
            group by 1, 2""";

    private UseReport() {}

    /** Not judged yet. */
    static Uni<List<Usefulness>> live(SqlClient client, LocalDate today, int days) {
        return client.preparedQuery(LIVE)
                .execute(Tuple.of(today, days))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(UseReport::article)
                        .toList());
    }

    /** With their trends, and what their last publishing did, of those that were published within the period. */
    static Uni<List<Usefulness>> told(
            SqlClient client, LocalDate today, int days, Instant from, List<Usefulness> shown) {
        if (shown.isEmpty()) {
            return Uni.createFrom().item(shown);
        }
        return trends(client, today, days, shown)
                .chain(trends -> changes(client, today, days, shown)
                        .map(changes -> shown.stream()
                                .map(it -> it.told(
                                        trends.getOrDefault(it.article().value(), List.of()),
                                        it.liveFrom().isAfter(from) && it.revision() > 1
                                                ? changes.get(it.article().value())
                                                : null))
                                .toList()));
    }

    private static Uni<Map<UUID, List<Integer>>> trends(
            SqlClient client, LocalDate today, int days, List<Usefulness> shown) {
        int width = width(days);
        var values = Tuple.of(today, days, width).addArrayOfUUID(ids(shown));
        int parts = Math.ceilDiv(days, width);
        return client.preparedQuery(TREND).execute(values).map(rows -> {
            var trends = new HashMap<UUID, List<Integer>>();
            for (Row row : rows) {
                trends.computeIfAbsent(row.getUUID("article_id"), it -> new ArrayList<>(Collections.nCopies(parts, 0)))
                        .set(parts - 1 - row.getInteger("ago"), row.getInteger("n"));
            }
            return trends;
        });
    }

    /** Days of a part of a trend. */
    static int width(int days) {
        return Math.ceilDiv(days, PARTS);
    }

    private static Uni<Map<UUID, Change>> changes(SqlClient client, LocalDate today, int days, List<Usefulness> shown) {
        var values = Tuple.of(today, days)
                .addArrayOfUUID(ids(shown))
                .addArrayOfInteger(shown.stream().map(Usefulness::revision).toArray(Integer[]::new));
        return client.preparedQuery(CHANGE).execute(values).map(rows -> {
            var changes = new HashMap<UUID, Change>();
            for (Row row : rows) {
                var counts = counts(row.getJsonObject("counts"));
                var change =
                        row.getBoolean("since") ? new Change(Counts.NONE, counts) : new Change(counts, Counts.NONE);
                changes.merge(
                        row.getUUID("article_id"),
                        change,
                        (a, b) -> new Change(
                                a.before().plus(b.before()), a.since().plus(b.since())));
            }
            return changes;
        });
    }

    private static UUID[] ids(List<Usefulness> shown) {
        return shown.stream().map(it -> it.article().value()).toArray(UUID[]::new);
    }

    private static Usefulness article(Row row) {
        return new Usefulness(
                ArticleId.of(row.getUUID("id")),
                row.getString("slug"),
                row.getString("question"),
                row.getInteger("revision"),
                row.getString("author"),
                row.getUUID("author_id"),
                row.getLocalDate("valid_to"),
                row.getOffsetDateTime("live_from").toInstant(),
                row.getOffsetDateTime("live_since").toInstant(),
                row.getOffsetDateTime("looked_at").toInstant(),
                counts(row.getJsonObject("counts")),
                row.getInteger("lately"),
                Set.of(),
                0,
                List.of(),
                null);
    }

    private static Counts counts(@Nullable JsonObject counts) {
        var read = new EnumMap<Measure, Integer>(Measure.class);
        if (counts != null) {
            counts.fieldNames().forEach(it -> read.put(Measure.valueOf(it), counts.getInteger(it)));
        }
        return new Counts(read);
    }
}
