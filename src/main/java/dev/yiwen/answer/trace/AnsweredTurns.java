package dev.yiwen.answer.trace;

import dev.yiwen.knowledge.AnsweredLately;
import dev.yiwen.knowledge.AskedTurns.Wording;
import dev.yiwen.privacy.Masked;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
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

    /** Twice as many as are wanted: some hold personal data. */
    private static final String WORDINGS = """
            select asked, count(*) as times from (
              select q.body ->> 'text' as asked, t.at
              from turn_trace t
              join message m on m.conversation_id = t.conversation_id and m.seq = t.seq
                and m.author = 'bot' and m.body ->> 'kind' = 'answer'
                and m.body -> 'sources' @> jsonb_build_array(jsonb_build_object('article', $2::text))
              join message q on q.conversation_id = t.conversation_id and q.seq = t.in_reply_to and q.author = 'customer'
              where t.at >= $1 and t.trace #>> '{understood,as}' = 'plain') turn
            where length(asked) between 2 and 200
            group by asked order by count(*) desc, max(at) desc limit $3""";

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

    @Override
    public Uni<List<Wording>> wordings(Duration lately, String slug, int limit) {
        var from = OffsetDateTime.now(ZoneOffset.UTC).minus(lately);
        return pool.preparedQuery(WORDINGS)
                .execute(Tuple.of(from, slug, 2 * limit))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Wording(row.getString("asked").strip(), row.getLong("times")))
                        .filter(it -> Masked.text(it.words()).equals(it.words()))
                        .limit(limit)
                        .toList());
    }
}
