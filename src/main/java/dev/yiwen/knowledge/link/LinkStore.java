package dev.yiwen.knowledge.link;

import dev.yiwen.knowledge.Article;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The statements over {@code link_check} and {@code article_link}. */
final class LinkStore {
    private static final String FIND = """
            select url, state, status, failures, detail, checked_at from link_check where url = any($1)""";
    private static final String SAVE = """
            insert into link_check (url, state, status, failures, detail, checked_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (url) do update set state = excluded.state, status = excluded.status,
              failures = excluded.failures, detail = excluded.detail, checked_at = excluded.checked_at""";
    private static final String FORGET_USES = "delete from article_link";
    private static final String USE =
            "insert into article_link (article_id, revision, url) values ($1, $2, $3) on conflict do nothing";
    private static final String FORGET = """
            delete from link_check c where c.checked_at < now() - interval '30 days'
              and not exists (select from article_link l where l.url = c.url)""";

    private LinkStore() {}

    /** By address; those of which nothing is known are left out. */
    static Uni<Map<String, LinkCheck>> find(SqlClient client, Collection<String> urls) {
        return client.preparedQuery(FIND)
                .execute(Tuple.tuple().addArrayOfString(urls.toArray(String[]::new)))
                .map(rows -> {
                    var found = new HashMap<String, LinkCheck>();
                    rows.forEach(it -> found.put(
                            it.getString("url"),
                            new LinkCheck(
                                    it.getString("url"),
                                    LinkCheck.State.valueOf(it.getString("state")),
                                    it.getInteger("status"),
                                    it.getInteger("failures"),
                                    it.getString("detail"),
                                    it.getOffsetDateTime("checked_at").toInstant())));
                    return found;
                });
    }

    static Uni<Void> save(SqlClient client, List<LinkCheck> checks, Instant at) {
        var rows = checks.stream()
                .map(it -> Tuple.tuple()
                        .addString(it.url())
                        .addString(it.state().name())
                        .addInteger(it.status())
                        .addInteger(it.failures())
                        .addString(it.detail())
                        .addOffsetDateTime(at.atOffset(ZoneOffset.UTC)))
                .toList();
        return rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : client.preparedQuery(SAVE).executeBatch(rows).replaceWithVoid();
    }

    /** Which published revisions have which links, in the caller's transaction. */
    static Uni<Void> uses(SqlClient tx, Map<Article, Set<String>> links) {
        var rows = new ArrayList<Tuple>();
        links.forEach((article, urls) ->
                urls.forEach(url -> rows.add(Tuple.of(article.id().value(), article.revision(), url))));
        return tx.query(FORGET_USES)
                .execute()
                .chain(() -> rows.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tx.preparedQuery(USE).executeBatch(rows).replaceWithVoid())
                .chain(() -> tx.query(FORGET).execute())
                .replaceWithVoid();
    }
}
