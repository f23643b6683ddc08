package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.importing.source.ReadRow;
import dev.yiwen.knowledge.importing.source.SourceRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** All articles as an import compares with them. */
final class KnownArticles {
    /** What files said when they came last; a revision by an import of which nothing else is kept is what its file said. */
    private static final String BROUGHT = """
            select distinct on (i.article_id) i.article_id, i.revision, i.brought from import_item i
            join import_batch b on b.id = i.batch_id
            where b.state = 'APPLIED' and i.revision is not null order by i.article_id, i.revision desc""";

    private static final String IMPORTED = """
            select r.article_id, max(r.revision) as revision from article_revision r
            where r.author = $1 and not exists (
              select from import_item i join import_batch b on b.id = i.batch_id
              where b.state = 'UNDONE' and i.article_id = r.article_id and i.revision = r.revision)
            group by r.article_id""";

    private static final String BASES = """
            select r.article_id, r.revision from article_revision r join article a on a.id = r.article_id
            where a.slug = any($1) and left(encode(r.content_hash, 'hex'), 16) = any($2)""";

    private static final String UNDONE = """
            select i.article_id, i.revision from import_item i join import_batch b on b.id = i.batch_id
            where b.state = 'UNDONE' and i.revision is not null""";

    private record Numbered(UUID article, int revision) {}

    private final Map<UUID, List<Article>> current = new LinkedHashMap<>();
    private final Map<UUID, Integer> broughtRevision = new HashMap<>();
    private final Map<UUID, ArticleDraft> brought = new HashMap<>();
    private final Map<UUID, List<ArticleDraft>> bases = new HashMap<>();
    private final Set<Numbered> undone = new HashSet<>();

    private KnownArticles() {}

    /** @param rows that may name revisions from which they were exported */
    static Uni<List<KnownArticle>> load(SqlClient client, List<SourceRow> rows) {
        var known = new KnownArticles();
        return ArticleStore.current(client)
                .invoke(all -> all.forEach(it -> known.current
                        .computeIfAbsent(it.id().value(), id -> new ArrayList<>())
                        .add(it)))
                .chain(() -> client.query(BROUGHT).execute())
                .invoke(known::brought)
                .chain(() -> client.preparedQuery(IMPORTED).execute(Tuple.of(KnowledgeImport.AUTHOR)))
                .chain(found ->
                        ArticleStore.numbered(client, articles(known.older(found)), revisions(known.older(found))))
                .invoke(all -> all.forEach(it -> known.brought.put(it.id().value(), ArticleDraft.of(it))))
                .chain(() -> known.bases(client, rows))
                .chain(() -> client.query(UNDONE).execute())
                .invoke(found -> known.undone.addAll(numbered(found)))
                .map(found -> known.all());
    }

    private void brought(RowSet<Row> rows) {
        rows.forEach(it -> {
            broughtRevision.put(it.getUUID("article_id"), it.getInteger("revision"));
            brought.put(it.getUUID("article_id"), DraftJson.draft(it.getJsonObject("brought")));
        });
    }

    /** Revisions of which no import says what the file said. */
    private List<Numbered> older(RowSet<Row> imported) {
        return numbered(imported).stream()
                .filter(it -> it.revision > broughtRevision.getOrDefault(it.article, 0))
                .toList();
    }

    private Uni<Void> bases(SqlClient client, List<SourceRow> rows) {
        var named = rows.stream()
                .filter(ReadRow.class::isInstance)
                .map(ReadRow.class::cast)
                .filter(it -> !it.base().isEmpty())
                .toList();
        if (named.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var slugs = named.stream().map(ReadRow::slug).distinct().toArray(String[]::new);
        var hashes = named.stream()
                .map(it -> it.base().substring(it.base().indexOf('-') + 1))
                .distinct()
                .toArray(String[]::new);
        return client.preparedQuery(BASES)
                .execute(Tuple.of(slugs, hashes))
                .map(KnownArticles::numbered)
                .chain(found -> ArticleStore.numbered(client, articles(found), revisions(found)))
                .invoke(all -> all.forEach(it -> bases.computeIfAbsent(it.id().value(), id -> new ArrayList<>())
                        .add(ArticleDraft.of(it))))
                .replaceWithVoid();
    }

    private List<KnownArticle> all() {
        return current.values().stream().map(this::known).toList();
    }

    private KnownArticle known(List<Article> revisions) {
        int latest = revisions.stream().mapToInt(Article::revision).max().orElse(0);
        var shown = revisions.stream()
                .filter(it -> it.state() == State.PUBLISHED)
                .findFirst()
                .orElse(revisions.getLast());
        @Nullable Article waiting = revisions.reversed().stream()
                .filter(it -> it != shown && it.state() != State.ARCHIVED && it.revision() > shown.revision())
                .findFirst()
                .orElse(null);
        var id = shown.id().value();
        boolean gone = shown.state() == State.ARCHIVED && undone.contains(new Numbered(id, shown.revision()));
        return new KnownArticle(latest, shown, waiting, brought.get(id), bases.getOrDefault(id, List.of()), gone);
    }

    private static List<Numbered> numbered(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(it -> new Numbered(it.getUUID("article_id"), it.getInteger("revision")))
                .toList();
    }

    private static UUID[] articles(List<Numbered> all) {
        return all.stream().map(Numbered::article).toArray(UUID[]::new);
    }

    private static Integer[] revisions(List<Numbered> all) {
        return all.stream().map(Numbered::revision).toArray(Integer[]::new);
    }
}
