package dev.yiwen.knowledge.golden;

import dev.yiwen.knowledge.golden.GoldenRun.Cause;
import dev.yiwen.knowledge.golden.GoldenRun.Failure;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The statements over runs and results. */
final class GoldenRunStore {
    static final int SHOWN = 100;
    private static final int KEPT_DAYS = 400;

    private static final String INSERT = """
            insert into golden_run (id, cause, knowledge_version, passed, failed, must_failed)
            values ($1, $2, $3, $4, $5, $6)""";

    /** A question that was deleted meanwhile has no result. */
    private static final String RESULT = """
            insert into golden_result (question_id, knowledge_version, passed, got, confidence)
            select $1, $2, $3, $4, $5 where exists (select from golden_question where id = $1 for key share)
            on conflict (question_id) do update
            set at = now(), knowledge_version = excluded.knowledge_version, passed = excluded.passed, got = excluded.got,
                confidence = excluded.confidence""";

    private static final String FAILURE = """
            insert into golden_failure (run_id, question_id, got)
            select $1, $2, $3 where exists (select from golden_question where id = $2 for key share)""";

    private static final String RUNS = """
            select r.*, (
              select jsonb_agg(jsonb_build_object('question', f.question_id, 'got', f.got)) from (
                select question_id, got from golden_failure where run_id = r.id order by question_id limit %d) f) as failures
            from golden_run r order by r.at desc, r.id desc limit $1""".formatted(SHOWN);

    private static final String RESULTS = "select * from golden_result";

    private static final String TITLES = """
            select distinct on (a.id) a.slug, a.id, r.question from article a join article_revision r on r.article_id = a.id
            where a.slug = any($1) order by a.id, (r.state = 'PUBLISHED') desc, r.revision desc""";

    private static final String LAST = """
            select coalesce(max(knowledge_version) filter (where cause = 'PUBLISHED'), -1) as version,
              coalesce(max(at) filter (where cause = 'NIGHT'), '-infinity') > $1 as tonight,
              exists (select from golden_question) as any from golden_run""";

    private static final String FORGET = "delete from golden_run where at < now() - $1 * interval '1 day'";

    private GoldenRunStore() {}

    /** The last of a question. */
    record Result(boolean passed, String got, double confidence, Instant at, long knowledgeVersion) {}

    /** What a slug stands for. */
    record Named(UUID article, String question) {}

    /**
     * @param version over which was asked after a publishing: others may begin before what was just published is in place
     * @param any whether there are questions
     */
    record Last(long version, boolean tonight, boolean any) {}

    static Uni<Void> insert(SqlClient tx, GoldenRun run, Collection<GoldenResult> results) {
        var row = Tuple.tuple()
                .addUUID(run.id())
                .addString(run.cause().name())
                .addLong(run.knowledgeVersion())
                .addInteger(run.passed())
                .addInteger(run.failed())
                .addInteger(run.mustFailed());
        var failures = results.stream()
                .filter(it -> !it.passed())
                .map(it -> Tuple.of(run.id(), UUID.fromString(it.asked().name()), it.got()))
                .toList();
        return tx.preparedQuery(INSERT)
                .execute(row)
                .chain(() -> results(tx, results, run.knowledgeVersion()))
                .chain(() -> failures.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tx.preparedQuery(FAILURE).executeBatch(failures).replaceWithVoid())
                .chain(() -> tx.preparedQuery(FORGET).execute(Tuple.of(KEPT_DAYS)))
                .replaceWithVoid();
    }

    static Uni<Void> results(SqlClient tx, Collection<GoldenResult> results, long version) {
        var rows = results.stream()
                .map(it ->
                        Tuple.of(UUID.fromString(it.asked().name()), version, it.passed(), it.got(), it.confidence()))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(RESULT).executeBatch(rows).replaceWithVoid();
    }

    /** Newest first. */
    static Uni<List<GoldenRun>> runs(SqlClient client, int limit) {
        return client.preparedQuery(RUNS)
                .execute(Tuple.of(limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(GoldenRunStore::run)
                        .toList());
    }

    static Uni<Map<UUID, Result>> results(SqlClient client) {
        return client.query(RESULTS)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> row.getUUID("question_id"),
                                row -> new Result(
                                        row.getBoolean("passed"),
                                        row.getString("got"),
                                        row.getDouble("confidence"),
                                        row.getOffsetDateTime("at").toInstant(),
                                        row.getLong("knowledge_version")))));
    }

    /** By slug; what is no article's is left out. */
    static Uni<Map<String, Named>> titles(SqlClient client, Collection<String> slugs) {
        return client.preparedQuery(TITLES)
                .execute(Tuple.tuple().addArrayOfString(slugs.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(
                                row -> row.getString("slug"),
                                row -> new Named(row.getUUID("id"), row.getString("question")))));
    }

    /** @param night since when a run is this night's */
    static Uni<Last> last(SqlClient client, Instant night) {
        return client.preparedQuery(LAST)
                .execute(Tuple.of(night.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next())
                .map(row -> new Last(row.getLong("version"), row.getBoolean("tonight"), row.getBoolean("any")));
    }

    private static GoldenRun run(Row row) {
        var failures = row.getJsonArray("failures");
        return new GoldenRun(
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                Cause.valueOf(row.getString("cause")),
                row.getLong("knowledge_version"),
                row.getInteger("passed"),
                row.getInteger("failed"),
                row.getInteger("must_failed"),
                (failures == null ? new JsonArray() : failures)
                        .stream()
                                .map(JsonObject.class::cast)
                                .map(it -> new Failure(UUID.fromString(it.getString("question")), it.getString("got")))
                                .toList());
    }
}
