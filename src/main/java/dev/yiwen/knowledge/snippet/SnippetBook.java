package dev.yiwen.knowledge.snippet;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.SnippetTokens;
import dev.yiwen.knowledge.revision.FourEyes;
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
import org.jspecify.annotations.Nullable;

/** All named values, and what becomes of them. A change is what customers are told from then on, on all instances. */
@Singleton
final class SnippetBook {
    private final Pool pool;
    private final Publishing publishing;
    private final FourEyes fourEyes;

    SnippetBook(Pool pool, Publishing publishing, FourEyes fourEyes) {
        this.fourEyes = fourEyes;
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
                        .chain(() -> SnippetStore.note(tx, id, name, null, value, "", by, null)))
                .chain(() -> one(id));
    }

    /**
     * What is wanted of a value.
     *
     * @param version that was seen
     * @param urgent it cannot wait for somebody else to look
     */
    record Wish(int version, String value, String reason, boolean urgent) {}

    /**
     * Where four eyes hold, a value that customers are told waits for a second person, unless it cannot wait. Fails with CONFLICT when
     * somebody else changed it since, with FORBIDDEN for whoever may not publish and would change it at once.
     */
    Uni<Snippet> change(UUID id, Wish wish, Editor by, boolean publishes) {
        return fourEyes.hold()
                .chain(hold -> publishing.change(tx -> locked(tx, id, wish.version())
                        .chain(old -> isTold(tx, old.snippet()).chain(told -> {
                            boolean waits = hold && told && !wish.urgent();
                            if (!waits && !publishes) {
                                throw new Problem(Kind.FORBIDDEN, "Changing it at once needs the right to publish.");
                            }
                            return waits
                                    ? SnippetStore.propose(tx, id, wish.value(), wish.reason(), by)
                                    : apply(tx, old.snippet(), wish, by, hold && told ? by : null, null);
                        }))))
                .chain(() -> one(id));
    }

    /** What was proposed holds from now on, or what was done at once has been looked at. Fails with OWN_WORK for whoever did it. */
    Uni<Snippet> confirm(UUID id, int version, Editor by) {
        return fourEyes.hold()
                .chain(hold -> publishing.change(tx -> locked(tx, id, version).chain(old -> {
                    var proposed = old.snippet().proposed();
                    var author = proposed == null ? old.hasty() : old.proposer();
                    if (author == null) {
                        throw new Problem(Kind.CONFLICT, "There is nothing to look at any more");
                    }
                    if (hold && by.is(author.name(), author.staff())) {
                        throw new Problem(Kind.OWN_WORK, author.name());
                    }
                    if (proposed == null) {
                        return SnippetStore.seen(tx, id, by);
                    }
                    var wish = new Wish(version, proposed.value(), proposed.reason(), false);
                    return apply(tx, old.snippet(), wish, author, null, by);
                })))
                .chain(() -> one(id));
    }

    /** What was proposed is not wanted. */
    Uni<Snippet> withdraw(UUID id, int version) {
        return SnippetStore.withdraw(pool, id, version)
                .invoke(done -> {
                    if (!done) {
                        throw new Problem(Kind.CONFLICT, "There is nothing to take back any more");
                    }
                })
                .chain(() -> one(id));
    }

    private static Uni<Void> apply(
            SqlConnection tx, Snippet old, Wish wish, Editor by, @Nullable Editor unseen, @Nullable Editor confirmer) {
        return SnippetStore.update(tx, old.id(), wish.value(), by, unseen)
                .chain(() -> SnippetStore.note(
                        tx, old.id(), old.name(), old.value(), wish.value(), wish.reason(), by, confirmer));
    }

    /** Whether customers are, or will be, told it. */
    private static Uni<Boolean> isTold(SqlClient client, Snippet snippet) {
        return uses(client)
                .map(uses -> uses.getOrDefault(snippet.name(), List.of()).stream()
                        .anyMatch(it -> it.state() == State.PUBLISHED || it.state() == State.SCHEDULED));
    }

    /** Fails with SNIPPET_IN_USE, naming the articles. */
    Uni<Void> remove(UUID id, String reason, Editor by) {
        return publishing.change(tx -> locked(tx, id)
                .map(SnippetStore.Locked::snippet)
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
                    return SnippetStore.note(tx, id, old.name(), old.value(), null, reason, by, null)
                            .chain(() -> SnippetStore.delete(tx, id));
                })));
    }

    private static Uni<SnippetStore.Locked> locked(SqlConnection tx, UUID id, int version) {
        return locked(tx, id).invoke(old -> {
            if (old.snippet().version() != version) {
                throw new Problem(Kind.CONFLICT, old.snippet().changedBy() + " has changed it meanwhile");
            }
        });
    }

    private static Uni<SnippetStore.Locked> locked(SqlConnection tx, UUID id) {
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
