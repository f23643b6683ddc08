package dev.yiwen.knowledge.revision;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Editor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statements that move a revision from one state to the next. Their callers hold the article's lock. */
final class RevisionStore {
    private static final String NOW = "select clock_timestamp() as now";

    private static final String END = """
            update article_revision
            set state = 'ARCHIVED', live_to = greatest(live_from, $2), ended_by = $3, ended_by_id = $4, end_reason = $5,
                unconfirmed = unconfirmed or $6
            where article_id = $1 and state = 'PUBLISHED'""";

    private static final String GO_LIVE = """
            update article_revision
            set state = 'PUBLISHED', changed_at = $3, live_from = $3, publisher = coalesce($4, publisher),
                publisher_id = case when $4::text is null then publisher_id else $5 end, reason = coalesce($6, reason)
            where article_id = $1 and revision = $2 and state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED')""";

    private static final String SCHEDULE = """
            update article_revision
            set state = 'SCHEDULED', goes_live_at = $3, publisher = $4, publisher_id = $5
            where article_id = $1 and revision = $2 and state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'SCHEDULED')""";

    /** Back to where it came from, unless a newer one has taken that place. */
    private static final String UNSCHEDULE = """
            update article_revision r
            set goes_live_at = null,
                state = case
                  when exists (select from article_revision d where d.article_id = r.article_id
                               and d.state in ('DRAFT', 'IN_REVIEW', 'APPROVED')) then 'ARCHIVED'
                  when r.approved_hash is null then 'DRAFT' else 'APPROVED' end
            where r.article_id = $1 and r.state = 'SCHEDULED'""";

    private static final String DROP_SCHEDULED =
            "update article_revision set state = 'ARCHIVED' where article_id = $1 and state = 'SCHEDULED' and revision <> $2";

    private static final String SUBMIT = """
            update article_revision
            set state = 'IN_REVIEW', submitter = $3, submitter_id = $4, submitted_at = now(), reason = null
            where article_id = $1 and revision = $2 and state = 'DRAFT'""";

    private static final String APPROVE = """
            update article_revision
            set state = 'APPROVED', reviewer = $3, reviewer_id = $4, reviewed_at = now(), approved_hash = $5, reason = null
            where article_id = $1 and revision = $2 and state in ('DRAFT', 'IN_REVIEW')""";

    private static final String SEND_BACK = """
            update article_revision
            set state = 'DRAFT', reviewer = $3, reviewer_id = $4, reviewed_at = now(), approved_hash = null, reason = $5
            where article_id = $1 and revision = $2 and state in ('IN_REVIEW', 'APPROVED')""";

    private static final String CONFIRM = """
            update article_revision
            set unconfirmed = false, confirmer = $2, confirmer_id = $3, confirmed_at = now()
            where article_id = $1 and unconfirmed""";

    private static final String UNSEEN = """
            update article_revision set unconfirmed = true, publisher = $3, publisher_id = $4, reason = $5
            where article_id = $1 and revision = $2""";

    private static final String LIVE_AT = "select " + ArticleStore.COLUMNS + "\n" + """
            where r.live_from <= $1 and (r.live_to is null or r.live_to > $1) order by a.slug""";

    /** Articles of which nothing recorded was live then, and something that may have been is from before times were kept. */
    private static final String UNRECORDED = """
            select count(distinct r.article_id) as n from article_revision r
            where not r.recorded and r.changed_at <= $1 and not exists (
              select from article_revision l where l.article_id = r.article_id and l.live_from <= $1)""";

    /** A set that is scheduled goes live without what went its own way. */
    private static final String LEAVE_SETS = """
            delete from publish_set_article s using publish_set p
            where p.id = s.set_id and p.state = 'SCHEDULED' and s.article_id = $1""";

    private RevisionStore() {}

    /** By the clock of the database, once the lock is held: later than everything that was committed before. */
    static Uni<OffsetDateTime> now(SqlClient tx) {
        return tx.query(NOW).execute().map(rows -> rows.iterator().next().getOffsetDateTime("now"));
    }

    /**
     * What was live is not any more.
     *
     * @param unconfirmed nobody else has looked at this
     */
    static Uni<Integer> end(
            SqlClient tx,
            ArticleId id,
            OffsetDateTime now,
            @Nullable Editor by,
            @Nullable String reason,
            boolean unconfirmed) {
        return tx.preparedQuery(END)
                .execute(who(Tuple.tuple().addUUID(id.value()).addOffsetDateTime(now), by)
                        .addString(reason)
                        .addBoolean(unconfirmed))
                .map(rows -> rows.rowCount());
    }

    /** @param by null: as was said when it was scheduled */
    static Uni<Boolean> goLive(
            SqlClient tx,
            ArticleId id,
            int revision,
            OffsetDateTime now,
            @Nullable Editor by,
            @Nullable String reason) {
        return one(
                tx, GO_LIVE, who(key(id, revision).addOffsetDateTime(now), by).addString(reason));
    }

    static Uni<Boolean> schedule(SqlClient tx, ArticleId id, int revision, Instant at, @Nullable Editor by) {
        return one(tx, SCHEDULE, who(key(id, revision).addOffsetDateTime(at.atOffset(ZoneOffset.UTC)), by));
    }

    static Uni<Boolean> unschedule(SqlClient tx, ArticleId id) {
        return one(tx, UNSCHEDULE, Tuple.of(id.value()));
    }

    /** Of an article that has another scheduled than this. */
    static Uni<Void> dropScheduled(SqlClient tx, ArticleId id, int but) {
        return tx.preparedQuery(DROP_SCHEDULED).execute(key(id, but)).replaceWithVoid();
    }

    static Uni<Void> leaveSets(SqlClient tx, ArticleId id) {
        return tx.preparedQuery(LEAVE_SETS).execute(Tuple.of(id.value())).replaceWithVoid();
    }

    static Uni<Boolean> submit(SqlClient tx, Article revision, Editor by) {
        return one(tx, SUBMIT, who(key(revision.id(), revision.revision()), by));
    }

    static Uni<Boolean> approve(SqlClient tx, Article revision, byte[] hash, Editor by) {
        return one(tx, APPROVE, who(key(revision.id(), revision.revision()), by).addBuffer(Buffer.buffer(hash)));
    }

    static Uni<Boolean> sendBack(SqlClient tx, Article revision, String reason, Editor by) {
        return one(
                tx, SEND_BACK, who(key(revision.id(), revision.revision()), by).addString(reason));
    }

    static Uni<Boolean> confirm(SqlClient tx, ArticleId id, Editor by) {
        return tx.preparedQuery(CONFIRM)
                .execute(who(Tuple.tuple().addUUID(id.value()), by))
                .map(rows -> rows.rowCount() > 0);
    }

    /** It is live without a review. */
    static Uni<Boolean> unseen(SqlClient tx, ArticleId id, int revision, String reason, Editor by) {
        return one(tx, UNSEEN, who(key(id, revision), by).addString(reason));
    }

    static Uni<List<Article>> liveAt(SqlClient client, Instant at) {
        return client.preparedQuery(LIVE_AT)
                .execute(Tuple.of(at.atOffset(ZoneOffset.UTC)))
                .map(ArticleStore::all);
    }

    static Uni<Integer> unrecordedAt(SqlClient client, Instant at) {
        return client.preparedQuery(UNRECORDED)
                .execute(Tuple.of(at.atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.iterator().next().getInteger("n"));
    }

    private static Tuple key(ArticleId id, int revision) {
        return Tuple.tuple().addUUID(id.value()).addInteger(revision);
    }

    private static Tuple who(Tuple tuple, @Nullable Editor by) {
        return tuple.addString(by == null ? null : by.name()).addUUID(by == null ? null : by.staff());
    }

    private static Uni<Boolean> one(SqlClient tx, String statement, Tuple values) {
        return tx.preparedQuery(statement).execute(values).map(rows -> rows.rowCount() == 1);
    }
}
