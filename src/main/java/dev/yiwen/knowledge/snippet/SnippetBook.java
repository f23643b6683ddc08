package dev.yiwen.knowledge.snippet;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.SnippetTokens;
import dev.yiwen.knowledge.revision.Publishing;
import dev.yiwen.knowledge.snippet.Snippet.SnippetChange;
import dev.yiwen.knowledge.snippet.Snippet.SnippetUse;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** All named values, and what becomes of them. A change is what customers are told from then on, on all instances. */
@Singleton
final class SnippetBook {
    private final Pool pool;
    private final Publishing publishing;

    SnippetBook(Pool pool, Publishing publishing) {
        this.pool = pool;
        this.publishing = publishing;
    }

    /** By name, each with the articles that use it. */
    Uni<List<Snippet>> all() {
        return SnippetStore.list(pool)
                .chain(all -> uses(pool)
                        .map(uses -> all.stream()
                                .map(it -> it.usedIn(uses.getOrDefault(it.name(), List.of())))
                                .toList()));
    }

    Uni<Snippet> one(UUID id) {
        return SnippetStore.one(pool, id)
                .map(it -> it.orElseThrow(SnippetBook::missing))
                .chain(one -> uses(pool).map(uses -> one.usedIn(uses.getOrDefault(one.name(), List.of()))));
    }

    Uni<List<SnippetChange>> changes(UUID id) {
        return SnippetStore.changes(pool, id);
    }

    /** Fails with CONFLICT when the name is taken. */
    Uni<Snippet> add(String name, String value, Editor by) {
        var id = Ids.next();
        return publishing
                .change(tx -> SnippetStore.insert(tx, id, name, value, by)
                        .invoke(free -> {
                            if (!free) {
                                throw new Problem(Kind.CONFLICT, "There is a snippet " + name);
                            }
                        })
                        .chain(() -> SnippetStore.note(tx, id, name, null, value, "", by)))
                .chain(() -> one(id));
    }

    /** Fails with CONFLICT when somebody else changed it since {@code version}. */
    Uni<Snippet> change(UUID id, int version, String value, String reason, Editor by) {
        return publishing
                .change(tx -> locked(tx, id)
                        .invoke(old -> {
                            if (old.version() != version) {
                                throw new Problem(Kind.CONFLICT, old.changedBy() + " has changed it meanwhile");
                            }
                        })
                        .chain(old -> SnippetStore.update(tx, id, value, by)
                                .chain(() -> SnippetStore.note(tx, id, old.name(), old.value(), value, reason, by))))
                .chain(() -> one(id));
    }

    /** Fails with SNIPPET_IN_USE, naming the articles. */
    Uni<Void> remove(UUID id, String reason, Editor by) {
        return publishing.change(tx -> locked(tx, id)
                .chain(old -> uses(tx).chain(uses -> {
                    var used = uses.getOrDefault(old.name(), List.of());
                    if (!used.isEmpty()) {
                        throw new Problem(
                                Kind.SNIPPET_IN_USE,
                                used.stream()
                                        .map(SnippetUse::question)
                                        .limit(20)
                                        .collect(Collectors.joining("、")));
                    }
                    return SnippetStore.note(tx, id, old.name(), old.value(), null, reason, by)
                            .chain(() -> SnippetStore.delete(tx, id));
                })));
    }

    private static Uni<Snippet> locked(SqlConnection tx, UUID id) {
        return SnippetStore.locked(tx, id).map(it -> it.orElseThrow(SnippetBook::missing));
    }

    /** By name of the value: of each article what is not out of use. */
    private static Uni<Map<String, List<SnippetUse>>> uses(SqlClient client) {
        return ArticleStore.current(client).map(all -> {
            var byName = new HashMap<String, Map<String, Article>>();
            for (var article : all) {
                if (article.state() != State.ARCHIVED) {
                    SnippetTokens.names(ArticleDraft.of(article))
                            .forEach(name -> byName.computeIfAbsent(name, it -> new TreeMap<>())
                                    .merge(article.slug(), article, SnippetBook::nearer));
                }
            }
            var uses = new HashMap<String, List<SnippetUse>>();
            byName.forEach((name, articles) -> uses.put(
                    name,
                    articles.values().stream()
                            .map(it -> new SnippetUse(it.id().value(), it.slug(), it.question(), it.state()))
                            .toList()));
            return uses;
        });
    }

    private static Article nearer(Article one, Article other) {
        return Comparator.comparing(Article::state).compare(one, other) >= 0 ? one : other;
    }

    private static Problem missing() {
        return new Problem(Kind.NOT_FOUND, "There is no such snippet");
    }
}
