package dev.yiwen.answer.trace;

import dev.yiwen.knowledge.AnsweredLately;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Counts the turns that an article answered: that it stood first and the decision was to answer. */
@Singleton
final class AnsweredTurns implements AnsweredLately {
    private static final String COUNT = """
            select trace #>> '{candidates,0,article}' as slug, count(*) as n from turn_trace
            where at >= $1 and trace ->> 'decision' = 'answer' and trace #>> '{candidates,0,article}' = any($2)
            group by 1""";

    private final Pool pool;

    AnsweredTurns(Pool pool) {
        this.pool = pool;
    }

    @Override
    public Uni<Map<String, Integer>> within(Duration lately, Collection<String> slugs) {
        var from = OffsetDateTime.now(ZoneOffset.UTC).minus(lately);
        return pool.preparedQuery(COUNT)
                .execute(Tuple.of(from, slugs.toArray(String[]::new)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.toMap(row -> row.getString("slug"), row -> row.getInteger("n"))));
    }
}
