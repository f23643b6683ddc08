package dev.yiwen.quality.silence;

import dev.yiwen.knowledge.QuestionLikeness;
import dev.yiwen.privacy.Masked;
import dev.yiwen.quality.silence.SilentClusters.Cluster;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** Brings the last weeks' conversations that were not rated and sound bad together by what they are about, each hour anew. */
@Singleton
final class SilenceMining {
    private static final Duration OFTEN = Duration.ofHours(1);
    /** Texts that are compared; takes about three milliseconds each, and gives way to customers. */
    private static final int MOST = 800;

    /** Four weeks and what they are compared with. */
    static final int DAYS = 35;

    // A turn that sounds bad stands in most chats of some trades: then it has to be one of the worst quarter as well.
    // What is said in
    // most words tells best what it is about; a story of pages does not.
    private static final String BAD = """
            with worst as (
              select percentile_cont(0.75) within group (order by dissatisfied) as quarter
              from satisfaction_estimate where closed_at > now() - make_interval(days => $1))
            select c.id, c.channel, e.closed_at, w.seq, w.text
            from satisfaction_estimate e join conversation c on c.id = e.conversation_id
              cross join lateral (
                select m.seq, m.body ->> 'text' as text from message m
                where m.conversation_id = c.id and m.author = 'customer' and length(m.body ->> 'text') between 4 and 200
                order by length(m.body ->> 'text') desc, m.seq limit 1) w
            where e.closed_at > now() - make_interval(days => $1)
              and (e.likely = 'DISSATISFIED'
                or cardinality(e.worst) > 0 and e.dissatisfied >= (select quarter from worst))
              and not exists (select from satisfaction r where r.conversation_id = e.conversation_id)
            order by e.closed_at desc limit $2
            """;

    private static final String BEFORE = "select conversation_id, cluster_id from dissatisfaction_member";
    private static final String FORGET = "delete from dissatisfaction_member";
    private static final String CLUSTER = """
            insert into dissatisfaction_cluster (id, words) values ($1, $2)
            on conflict (id) do update set words = excluded.words
            """;
    private static final String MEMBER = """
            insert into dissatisfaction_member (conversation_id, cluster_id, seq, ended_at, place)
            select $1, $2, $3, $4, $5 where exists (select from conversation where id = $1)
            """;
    private static final String GONE = """
            delete from dissatisfaction_cluster c
            where not exists (select from dissatisfaction_member m where m.cluster_id = c.id)
            """;

    private final Pool database;
    private final Leader leader;
    private final QuestionLikeness likeness;

    SilenceMining(Pool database, Leader leader, QuestionLikeness likeness) {
        this.database = database;
        this.leader = leader;
        this.likeness = likeness;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, () -> leader.alone("silent-dissatisfaction", this::round));
    }

    Uni<Void> round() {
        return database.preparedQuery(BAD)
                .execute(Tuple.of(DAYS, MOST))
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(rows -> rows.stream().map(SilenceMining::talk).toList())
                .chain(talks -> talks.size() < SilentClusters.LEAST
                        ? stored(List.of())
                        : clusters(talks).chain(this::stored));
    }

    private Uni<List<Cluster>> clusters(List<SilentTalk> talks) {
        return Uni.combine()
                .all()
                .unis(
                        before(),
                        likeness.among(talks.stream().map(SilentTalk::words).toList()))
                .asTuple()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(it -> SilentClusters.of(talks, it.getItem2(), it.getItem1()));
    }

    private Uni<Map<UUID, UUID>> before() {
        return database.query(BEFORE).execute().map(rows -> {
            var before = new HashMap<UUID, UUID>();
            rows.forEach(row -> before.put(row.getUUID("conversation_id"), row.getUUID("cluster_id")));
            return before;
        });
    }

    private Uni<Void> stored(List<Cluster> clusters) {
        var heads = clusters.stream()
                .map(it -> Tuple.of(it.id()).addArrayOfString(it.words().toArray(String[]::new)))
                .toList();
        var members = clusters.stream()
                .flatMap(it -> IntStream.range(0, it.talks().size()).mapToObj(i -> member(it, i)))
                .toList();
        return database.withTransaction(open -> open.query(FORGET)
                .execute()
                .chain(() -> batch(open, CLUSTER, heads))
                .chain(() -> batch(open, MEMBER, members))
                .chain(() -> open.query(GONE).execute())
                .replaceWithVoid());
    }

    private static Uni<Void> batch(SqlConnection open, String sql, List<Tuple> rows) {
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : open.preparedQuery(sql).executeBatch(rows).replaceWithVoid();
    }

    private static Tuple member(Cluster cluster, int place) {
        var talk = cluster.talks().get(place);
        return Tuple.tuple()
                .addUUID(talk.conversation())
                .addUUID(cluster.id())
                .addLong(talk.seq())
                .addOffsetDateTime(talk.endedAt().atOffset(ZoneOffset.UTC))
                .addInteger(place);
    }

    private static SilentTalk talk(Row row) {
        return new SilentTalk(
                row.getUUID("id"),
                row.getLong("seq"),
                row.getOffsetDateTime("closed_at").toInstant(),
                row.getString("channel"),
                Masked.text(row.getString("text").strip()));
    }
}
