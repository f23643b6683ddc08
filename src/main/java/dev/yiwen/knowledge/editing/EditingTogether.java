package dev.yiwen.knowledge.editing;

import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.ArticleId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who else has an article open now. Nothing depends on it: two who save at once are told by the revision's number. */
@Singleton
final class EditingTogether {
    private static final String HERE = """
            insert into article_editing (article_id, staff_id, name, writing)
            select a.id, $2, $3, $4 from article a where a.id = $1
            on conflict (article_id, staff_id) do update set name = excluded.name, writing = excluded.writing, seen_at = now()""";

    private static final String GONE =
            "delete from article_editing where article_id = $1 and seen_at < now() - interval '1 minute'";

    /** Longer than the page's pause. */
    private static final String OTHERS = """
            select name, writing from article_editing
            where article_id = $1 and staff_id <> $2 and seen_at > now() - interval '25 seconds' order by name""";

    private static final String LEAVE = "delete from article_editing where article_id = $1 and staff_id = $2";

    private final Pool pool;

    EditingTogether(Pool pool) {
        this.pool = pool;
    }

    /** @param writing something is not saved yet */
    record Other(String name, boolean writing) {}

    Uni<List<Other>> here(ArticleId article, Staff me, boolean writing) {
        return pool.preparedQuery(HERE)
                .execute(Tuple.of(article.value(), me.id().value(), me.name(), writing))
                .chain(() -> pool.preparedQuery(GONE).execute(Tuple.of(article.value())))
                .chain(() -> pool.preparedQuery(OTHERS)
                        .execute(Tuple.of(article.value(), me.id().value())))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Other(row.getString("name"), row.getBoolean("writing")))
                        .toList());
    }

    Uni<Void> leave(ArticleId article, Staff me) {
        return pool.preparedQuery(LEAVE)
                .execute(Tuple.of(article.value(), me.id().value()))
                .replaceWithVoid();
    }
}
