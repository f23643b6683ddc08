package dev.yiwen.knowledge;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Values that many answers name: a price, the hotline. They are filled in when somebody is answered, so that one change holds for
 * all at once; with the version of the knowledge an instance reads them anew.
 */
@Singleton
public final class Snippets {
    private static final String VALUES = "select name, value from snippet";
    private static final String VALUES_AT = """
            select name, after from (
              select distinct on (name) name, after from snippet_change where at <= $1 order by name, id desc) latest
            where after is not null""";
    /** Until the transaction ends nobody removes them. */
    private static final String HOLD = "select name from snippet where name = any($1) order by name for share";

    private record Known(long version, Map<String, String> values) {}

    private final Pool pool;
    private final KnowledgeVersion version;
    private volatile @Nullable Known known;

    Snippets(Pool pool, KnowledgeVersion version) {
        this.pool = pool;
        this.version = version;
    }

    /** The article with the values of now in its answer. */
    public Uni<Article> filled(Article article) {
        return SnippetTokens.isIn(article.answer())
                ? values().map(it -> article.answering(SnippetTokens.filled(article.answer(), it)))
                : Uni.createFrom().item(article);
    }

    /** By name. */
    public Uni<Map<String, String>> values() {
        long now = version.current();
        var kept = known;
        return kept != null && kept.version == now
                ? Uni.createFrom().item(kept.values)
                : pool.query(VALUES)
                        .execute()
                        .map(rows -> {
                            var values = new HashMap<String, String>();
                            rows.forEach(it -> values.put(it.getString("name"), it.getString("value")));
                            return Map.copyOf(values);
                        })
                        .invoke(values -> known = new Known(now, values));
    }

    /** What they were at a moment, by name. */
    public static Uni<Map<String, String>> valuesAt(SqlClient client, Instant at) {
        return client.preparedQuery(VALUES_AT)
                .execute(Tuple.of(at.atOffset(ZoneOffset.UTC)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(
                                Collectors.toUnmodifiableMap(it -> it.getString("name"), it -> it.getString("after"))));
    }

    /** In the transaction that saves {@code draft}; fails with SNIPPET_UNKNOWN, naming those of which there is no value. */
    public static Uni<Void> hold(SqlClient tx, ArticleDraft draft) {
        var names = SnippetTokens.names(draft);
        return names.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(HOLD)
                        .execute(Tuple.of(names.toArray(String[]::new)))
                        .invoke(rows -> {
                            var there = new HashSet<String>();
                            rows.forEach(it -> there.add(it.getString("name")));
                            var unknown = SnippetTokens.unknown(draft, there);
                            if (!unknown.isEmpty()) {
                                throw new Problem(
                                        Problem.Kind.SNIPPET_UNKNOWN,
                                        unknown.stream()
                                                .map(it -> "{{" + it + "}}")
                                                .collect(Collectors.joining(" ")));
                            }
                        })
                        .replaceWithVoid();
    }
}
