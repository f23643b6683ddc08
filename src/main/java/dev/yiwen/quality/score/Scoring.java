package dev.yiwen.quality.score;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;

/** Scores each conversation soon after its end, and again when something was said or done since. */
@Singleton
final class Scoring {
    private static final Logger LOG = Logger.getLogger(Scoring.class);
    private static final Duration OFTEN = Duration.ofSeconds(20);
    private static final int AT_ONCE = 200;

    // A rating that came after the look.
    private static final String RATED = """
            update conversation_score s set stale = true from satisfaction r
            where r.at > now() - interval '1 day' and s.conversation_id = r.conversation_id and s.who = 'all'
              and s.scored_at <= r.at and not s.stale
            """;

    // Of the last week: what ended while nothing ran is made up for. The newest first: some that cannot be scored keep
    // no others waiting.
    private static final String DUE = """
            (select c.id from conversation c
             where c.closed_at > now() - interval '7 days'
               and not exists (select from conversation_score s where s.conversation_id = c.id and s.who = 'all'
                 and s.closed_at >= c.closed_at and s.last_seq >= c.last_seq)
             order by c.closed_at desc limit $1)
            union
            (select s.conversation_id from conversation_score s join conversation c on c.id = s.conversation_id
             where s.stale and s.who = 'all' and c.closed_at is not null order by s.closed_at desc limit $1)
            """;

    private final Pool database;
    private final Leader leader;
    private final Criteria criteria;
    private final Scorer scorer;

    Scoring(Pool database, Leader leader, Criteria criteria, Scorer scorer) {
        this.database = database;
        this.leader = leader;
        this.criteria = criteria;
        this.scorer = scorer;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, () -> leader.alone("conversation-scores", this::round));
    }

    Uni<Void> round() {
        return database.query(RATED)
                .execute()
                .chain(() -> database.preparedQuery(DUE).execute(Tuple.of(AT_ONCE)))
                .map(rows -> rows.stream()
                        .map(row -> ConversationId.of(row.getUUID("id")))
                        .toList())
                .chain(due -> due.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : criteria.current().chain(it -> each(due, it)));
    }

    private Uni<Void> each(List<ConversationId> due, Criteria.Version by) {
        return Multi.createFrom()
                .iterable(due)
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .onItem()
                .transformToUniAndConcatenate(id -> scorer.score(id, by)
                        .onFailure()
                        .invoke(e -> LOG.warnf(e, "%s was not scored", id.value()))
                        // The others are not to wait for it.
                        .onFailure()
                        .recoverWithNull())
                .collect()
                .last()
                .replaceWithVoid();
    }
}
