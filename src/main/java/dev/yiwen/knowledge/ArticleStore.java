package dev.yiwen.knowledge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The statements over {@code article} and {@code article_revision}. */
public final class ArticleStore {
    /** What {@link #article} reads, of an article {@code a} and its revision {@code r}. */
    public static final String COLUMNS = """
            a.id, a.slug, r.revision, r.state, r.question, r.phrasings, r.answer, r.audience, r.product,
            r.valid_from, r.valid_to, r.tags, r.author, r.changed_at, r.author_id, r.submitter, r.submitter_id,
            r.submitted_at, r.reviewer, r.reviewer_id, r.reviewed_at, r.approved_hash, r.publisher, r.publisher_id,
            r.reason, r.goes_live_at, r.live_from, r.live_to, r.ended_by, r.ended_by_id, r.end_reason, r.unconfirmed,
            r.confirmer, r.confirmer_id, r.confirmed_at, r.recorded, r.variants, r.causes
            from article a join article_revision r on r.article_id = a.id""";
    /** The published revision, or the latest when none is. */
    private static final String SHOWN = " order by (r.state = 'PUBLISHED') desc, r.revision desc limit 1";

    private static final String BY_SLUG = "select " + COLUMNS + " where a.slug = $1" + SHOWN;
    private static final String BY_ID = "select " + COLUMNS + " where a.id = $1" + SHOWN;
    private static final String REVISIONS = "select " + COLUMNS + " where a.id = $1 order by r.revision desc";
    private static final String PUBLISHED_ON = "select " + COLUMNS + "\n" + """
            where r.state = 'PUBLISHED' and (r.valid_from is null or r.valid_from <= $1)
              and (r.valid_to is null or r.valid_to >= $1) order by a.slug""";
    private static final String PROCEDURES_ON = "select " + COLUMNS + "\n" + """
            where r.state = 'PUBLISHED' and r.audience = 'AGENT' and r.answer ~ '(^|\\n)##[ \\t]+流程[ \\t]*(\\r|\\n)'
              and (r.valid_from is null or r.valid_from <= $1) and (r.valid_to is null or r.valid_to >= $1)
            order by a.slug""";
    private static final String FAULTS_ON = "select " + COLUMNS + "\n" + """
            where r.state = 'PUBLISHED' and r.causes <> '[]'::jsonb
              and (r.valid_from is null or r.valid_from <= $1) and (r.valid_to is null or r.valid_to >= $1)
            order by a.slug""";
    private static final String CALLED_ON = "select " + COLUMNS + "\n" + """
            where r.state = 'PUBLISHED' and a.slug = any($2::text[])
              and (r.valid_from is null or r.valid_from <= $1) and (r.valid_to is null or r.valid_to >= $1)
            order by a.slug""";
    private static final String SCHEDULED_BEFORE =
            "select " + COLUMNS + " where r.state = 'SCHEDULED' and r.goes_live_at < $1 order by a.slug";
    /** Without the examples that were removed; what people have written in their place is theirs. */
    private static final String ALL = "select * from (select distinct on (a.id) " + COLUMNS + "\n" + """
            order by a.id, (r.state = 'PUBLISHED') desc, r.revision desc) shown
            where shown.state <> 'ARCHIVED' or not exists (
              select from starter_article s where s.article_id = shown.id and s.removed_revision is not null)""";

    private static final String CURRENT = "select " + COLUMNS + "\n" + """
            where r.state <> 'ARCHIVED'
              or r.revision = (select max(l.revision) from article_revision l where l.article_id = a.id)
            order by a.slug, r.revision""";
    private static final String HISTORIES = "select " + COLUMNS + " order by a.slug, r.revision";
    private static final String NUMBERED = "select " + COLUMNS + "\n" + """
            join unnest($1::uuid[], $2::integer[]) as wanted (id, number)
              on wanted.id = a.id and wanted.number = r.revision""";

    private static final String LATEST = """
            select r.article_id, max(r.revision) as latest,
                   max(r.revision) filter (where r.state in ('DRAFT', 'IN_REVIEW', 'APPROVED')) as draft,
                   max(r.state) filter (where r.state in ('DRAFT', 'IN_REVIEW', 'APPROVED')) as draft_state,
                   max(r.goes_live_at) filter (where r.state = 'SCHEDULED') as goes_live_at,
                   min(case when r.state = 'IN_REVIEW' then r.submitted_at
                            when r.unconfirmed then coalesce(r.live_to, r.live_from) end) as waiting_since,
                   max(r.submitter) filter (where r.state = 'IN_REVIEW') as submitter,
                   bool_or(r.unconfirmed) as unconfirmed,
                   bool_or(s.article_id is not null) and bool_and(r.author = 'import') as example,
                   bool_or(b.article_id is not null) as broken_links
            from article_revision r left join starter_article s on s.article_id = r.article_id
            left join (select distinct l.article_id, l.revision from article_link l join link_check c on c.url = l.url
                       where c.state in ('BROKEN', 'UNREACHABLE')) b
              on b.article_id = r.article_id and b.revision = r.revision and r.state = 'PUBLISHED'
            group by r.article_id""";
    private static final String INSERT_ARTICLE =
            "insert into article (id, slug) values ($1, $2) on conflict (slug) do nothing";
    private static final String INSERT_REVISION = """
            insert into article_revision
              (article_id, revision, state, question, phrasings, answer, audience, product, valid_from, valid_to, tags,
               content_hash, author, author_id, publisher, live_from, variants, causes)
            select $1, coalesce(max(revision), 0) + 1, $2::text, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12::text, $13,
                   case when $2::text = 'PUBLISHED' then $12::text end,
                   case when $2::text = 'PUBLISHED' then coalesce($14::timestamptz, clock_timestamp()) end,
                   $15, $16
            from article_revision where article_id = $1
            returning revision""";
    private static final String LOCK = "select id from article where id = $1 for update";
    private static final String ARCHIVE_DRAFTS = """
            update article_revision set state = 'ARCHIVED'
            where article_id = $1 and state in ('DRAFT', 'IN_REVIEW', 'APPROVED')""";

    private ArticleStore() {}

    public static Uni<Optional<Article>> bySlug(SqlClient client, String slug) {
        return client.preparedQuery(BY_SLUG).execute(Tuple.of(slug)).map(ArticleStore::first);
    }

    static Uni<Optional<Article>> byId(SqlClient client, ArticleId id) {
        return client.preparedQuery(BY_ID).execute(Tuple.of(id.value())).map(ArticleStore::first);
    }

    /** Newest first; empty for an unknown article. */
    public static Uni<List<Article>> revisions(SqlClient client, ArticleId id) {
        return client.preparedQuery(REVISIONS).execute(Tuple.of(id.value())).map(ArticleStore::all);
    }

    static Uni<List<Article>> publishedOn(SqlClient client, LocalDate day) {
        return client.preparedQuery(PUBLISHED_ON).execute(Tuple.of(day)).map(ArticleStore::all);
    }

    /** What may be a {@link Procedure}: {@code Procedure.of} says. */
    static Uni<List<Article>> proceduresOn(SqlClient client, LocalDate day) {
        return client.preparedQuery(PROCEDURES_ON).execute(Tuple.of(day)).map(ArticleStore::all);
    }

    /** Published and valid that day, with causes of a fault; by slug. */
    static Uni<List<Article>> faultsOn(SqlClient client, LocalDate day) {
        return client.preparedQuery(FAULTS_ON).execute(Tuple.of(day)).map(ArticleStore::all);
    }

    /** Published and valid that day, of these slugs. */
    static Uni<List<Article>> calledOn(SqlClient client, LocalDate day, String[] slugs) {
        return client.preparedQuery(CALLED_ON).execute(Tuple.of(day, slugs)).map(ArticleStore::all);
    }

    /** Of every article what is not archived, and its latest revision; by slug, oldest first. */
    public static Uni<List<Article>> current(SqlClient client) {
        return client.query(CURRENT).execute().map(ArticleStore::all);
    }

    /** All that there ever was; by slug, oldest first. */
    public static Uni<List<Article>> histories(SqlClient client) {
        return client.query(HISTORIES).execute().map(ArticleStore::all);
    }

    /** Those revisions, in no order. */
    public static Uni<List<Article>> numbered(SqlClient client, UUID[] articles, Integer[] revisions) {
        return client.preparedQuery(NUMBERED)
                .execute(Tuple.of(articles, revisions))
                .map(ArticleStore::all);
    }

    /** Revisions that go live before a moment and are not yet. */
    public static Uni<List<Article>> scheduledBefore(SqlClient client, OffsetDateTime moment) {
        return client.preparedQuery(SCHEDULED_BEFORE).execute(Tuple.of(moment)).map(ArticleStore::all);
    }

    /** Every article once, by the revision that a list shows. */
    static Uni<List<Article>> shown(SqlClient client) {
        return client.query(ALL).execute().map(ArticleStore::all);
    }

    /** The latest revision of each article and its waiting draft, if any. */
    static Uni<RowSet<Row>> latest(SqlClient client) {
        return client.query(LATEST).execute();
    }

    /** False when the slug is taken. */
    static Uni<Boolean> insert(SqlClient client, ArticleId id, String slug) {
        return client.preparedQuery(INSERT_ARTICLE)
                .execute(Tuple.of(id.value(), slug))
                .map(rows -> rows.rowCount() == 1);
    }

    /** The new revision's number. The caller holds the article's lock, or has just inserted it. */
    public static Uni<Integer> insertRevision(
            SqlClient client, ArticleId id, ArticleDraft draft, Article.State state, Editor author) {
        return insertRevision(client, id, draft, state, author, null);
    }

    /** @param liveFrom of one that is published; null: now */
    public static Uni<Integer> insertRevision(
            SqlClient client,
            ArticleId id,
            ArticleDraft draft,
            Article.State state,
            Editor author,
            @Nullable OffsetDateTime liveFrom) {
        var values = Tuple.tuple()
                .addUUID(id.value())
                .addString(state.name())
                .addString(draft.question())
                .addArrayOfString(draft.phrasings().toArray(String[]::new))
                .addString(draft.answer())
                .addString(draft.audience().name())
                .addString(draft.product())
                .addLocalDate(draft.validFrom())
                .addLocalDate(draft.validTo())
                .addArrayOfString(draft.tags().toArray(String[]::new))
                .addBuffer(Buffer.buffer(draft.hash()))
                .addString(author.name())
                .addUUID(author.staff())
                .addOffsetDateTime(liveFrom)
                .addValue(VariantJson.of(draft.variants()))
                .addValue(FaultCause.json(draft.causes()));
        return client.preparedQuery(INSERT_REVISION)
                .execute(values)
                .map(rows -> rows.iterator().next().getInteger("revision"));
    }

    /** False for an unknown article. */
    public static Uni<Boolean> lock(SqlClient client, ArticleId id) {
        return client.preparedQuery(LOCK).execute(Tuple.of(id.value())).map(rows -> rows.size() == 1);
    }

    public static Uni<Integer> archiveDrafts(SqlClient client, ArticleId id) {
        return client.preparedQuery(ARCHIVE_DRAFTS)
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.rowCount());
    }

    private static Optional<Article> first(RowSet<Row> rows) {
        return all(rows).stream().findFirst();
    }

    public static List<Article> all(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ArticleStore::article)
                .toList();
    }

    private static Article article(Row row) {
        UUID id = row.getUUID("id");
        return new Article(
                ArticleId.of(id),
                row.getString("slug"),
                row.getInteger("revision"),
                Article.State.valueOf(row.getString("state")),
                row.getString("question"),
                List.of(row.getArrayOfStrings("phrasings")),
                row.getString("answer"),
                Audience.valueOf(row.getString("audience")),
                row.getString("product"),
                row.getLocalDate("valid_from"),
                row.getLocalDate("valid_to"),
                List.of(row.getArrayOfStrings("tags")),
                row.getString("author"),
                row.getOffsetDateTime("changed_at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                RevisionLife.of(row),
                VariantJson.variants(row.getJsonArray("variants")),
                FaultCause.of(row.getJsonArray("causes")));
    }
}
