package dev.yiwen.knowledge;

import dev.yiwen.knowledge.revision.Publishing;
import dev.yiwen.shared.InTurn;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The articles that came with the product. They go and come back as a whole; those that people have edited are theirs, and stay.
 */
@Singleton
public class ExampleArticles {
    private static final String MARK = """
            insert into starter_article (article_id)
            select a.id from article a where a.slug = any($1)
              and exists (select from article_revision r where r.article_id = a.id and r.author = $2)
            on conflict do nothing""";

    private static final String UNTOUCHED = """
            select s.article_id as id, r.revision from starter_article s
            join article_revision r on r.article_id = s.article_id and r.state = 'PUBLISHED'
            where r.author = $1
              and not exists (select from article_revision d where d.article_id = s.article_id and d.author <> $1)
            order by s.article_id""";

    private static final String REMOVED = """
            select s.article_id as id, s.removed_revision as revision from starter_article s
            where s.removed_revision is not null
              and not exists (select from article_revision r where r.article_id = s.article_id and r.state <> 'ARCHIVED')
            order by s.article_id""";

    private static final String WITHDRAW = """
            update article_revision
            set state = 'ARCHIVED', live_to = greatest(live_from, clock_timestamp()), ended_by = $3
            where article_id = $1 and revision = $2 and state = 'PUBLISHED'""";

    private static final String NOTE = "update starter_article set removed_revision = $2 where article_id = $1";

    private static final String COUNTS = """
            select count(*) filter (where r.revision is not null) as present,
                   count(*) filter (where s.removed_revision is not null and r.revision is null) as removed,
                   count(*) filter (where r.revision is not null and exists (
                     select from article_revision d where d.article_id = s.article_id and d.author <> $1)) as edited
            from starter_article s
            left join article_revision r on r.article_id = s.article_id and r.state = 'PUBLISHED'""";

    private static final String IMPORT = "import";

    private final Pool database;
    private final ArticleIndex index;
    private final KnowledgeVersion version;
    private final Articles articles;

    ExampleArticles(Pool database, ArticleIndex index, KnowledgeVersion version, Articles articles) {
        this.database = database;
        this.index = index;
        this.version = version;
        this.articles = articles;
    }

    /** @param edited those of them that people have changed */
    public record Counts(int present, int removed, int edited) {}

    private record Removed(int articles, long version) {}

    private record Marked(ArticleId id, int revision) {}

    /** Those of these slugs that an import has brought. */
    public Uni<Void> mark(List<String> slugs) {
        return database.preparedQuery(MARK)
                .execute(Tuple.of(slugs.toArray(String[]::new), IMPORT))
                .replaceWithVoid();
    }

    public Uni<Counts> counts() {
        return database.preparedQuery(COUNTS).execute(Tuple.of(IMPORT)).map(rows -> {
            var row = rows.iterator().next();
            return new Counts(row.getInteger("present"), row.getInteger("removed"), row.getInteger("edited"));
        });
    }

    /** At once, and from the next question on; how many. */
    public Uni<Integer> remove() {
        return database.withTransaction(tx -> tx.preparedQuery(UNTOUCHED)
                        .execute(Tuple.of(IMPORT))
                        .map(ExampleArticles::marked)
                        .call(all -> InTurn.each(
                                all,
                                it -> tx.preparedQuery(WITHDRAW)
                                        .execute(Tuple.of(it.id().value(), it.revision(), IMPORT))
                                        .chain(() -> index.remove(it.id(), tx))
                                        .chain(() -> note(tx, it, it.revision()))))
                        .chain(all -> version.raise(tx).map(raised -> new Removed(all.size(), raised))))
                .invoke(removed -> version.seen(removed.version()))
                .map(Removed::articles);
    }

    /** What was removed, as a new revision, but for what people have written in its place since; how many. */
    public Uni<Integer> bringBack() {
        return database.preparedQuery(REMOVED)
                .execute()
                .map(ExampleArticles::marked)
                .call(all -> InTurn.each(all, this::bringBack))
                .map(List::size);
    }

    private Uni<?> bringBack(Marked it) {
        return articles.revisions(it.id())
                .chain(all -> again(
                        it,
                        all.getFirst().revision(),
                        all.stream()
                                .filter(one -> one.revision() == it.revision())
                                .findFirst()
                                .orElseThrow()))
                .invoke(version::seen);
    }

    private Uni<Long> again(Marked it, int latest, Article old) {
        var draft = ArticleDraft.of(old);
        return index.prepare(draft.asPublished(it.id(), old.slug(), latest + 1, IMPORT))
                .chain(prepared -> database.withTransaction(tx -> Publishing.locked(tx, it.id())
                        .invoke(all -> Publishing.latest(all, latest))
                        .chain(() -> ArticleStore.insertRevision(
                                tx, it.id(), draft, Article.State.PUBLISHED, Editor.named(IMPORT)))
                        .chain(() -> prepared.write(tx))
                        .chain(() -> note(tx, it, null))
                        .chain(() -> version.raise(tx))));
    }

    private static Uni<?> note(SqlConnection tx, Marked it, @Nullable Integer revision) {
        return tx.preparedQuery(NOTE).execute(Tuple.of(it.id().value(), revision));
    }

    private static List<Marked> marked(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Marked(ArticleId.of(row.getUUID("id")), row.getInteger("revision")))
                .toList();
    }
}
