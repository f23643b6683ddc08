package dev.yiwen.knowledge.gap;

import dev.yiwen.knowledge.ClarifiedTurns;
import dev.yiwen.knowledge.ClarifiedTurns.Chosen;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Keeps what customers wrote before they chose an article; each turn is looked at once, by one instance. */
@Singleton
class ClarifiedQuestions {
    /** How long it tells something. */
    static final int DAYS = 90;

    private static final Duration EVERY = Duration.ofHours(1);
    private static final int MOST = 1_000;

    private static final String UNTIL = "select clarified_until from gap_mining";
    private static final String SEEN = "update gap_mining set clarified_until = $1";
    private static final String FORGET =
            "delete from clarified_question where asked_at < now() - interval '%d days'".formatted(DAYS);
    private static final String ADD = """
            insert into clarified_question (conversation_id, seq, article_id, words, asked_at)
            select $1, $2, a.id, $4, $5 from article a
            where a.slug = $3 and exists (select from conversation where id = $1)
            on conflict do nothing""";

    private final Pool database;
    private final ClarifiedTurns turns;
    private final Leader leader;

    ClarifiedQuestions(Pool database, ClarifiedTurns turns, Leader leader) {
        this.database = database;
        this.turns = turns;
        this.leader = leader;
    }

    void start(@Observes StartupEvent event, Rhythm rhythm) {
        rhythm.every(EVERY, this::now);
    }

    /** What was chosen until now; unless an instance is at it. */
    Uni<Void> now() {
        return leader.alone(
                "clarified",
                () -> until(Instant.now())
                        .chain(() -> database.query(FORGET).execute())
                        .replaceWithVoid());
    }

    private Uni<Void> until(Instant until) {
        return database.query(UNTIL)
                .execute()
                .map(rows -> rows.iterator()
                        .next()
                        .getOffsetDateTime("clarified_until")
                        .toInstant())
                .chain(from -> from.isBefore(until)
                        ? between(from, until)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> between(Instant from, Instant until) {
        return turns.chosen(from, until, MOST).chain(part -> {
            // A full part that holds nothing of use has no last moment: half the time holds less.
            boolean cut = part.more() && part.turns().isEmpty();
            if (cut) {
                return between(from, from.plus(Duration.between(from, until).dividedBy(2)))
                        .chain(() -> until(until));
            }
            var end = part.more() ? part.turns().getLast().at().plusNanos(1_000) : until;
            return database.withTransaction(tx -> written(tx, part.turns(), end))
                    .chain(() -> part.more() ? until(until) : Uni.createFrom().voidItem());
        });
    }

    private static Uni<Void> written(SqlConnection tx, List<Chosen> turns, Instant end) {
        var rows = turns.stream()
                .map(it -> Tuple.of(it.conversation(), it.seq(), it.slug(), it.words(), utc(it.at())))
                .toList();
        Uni<Void> added = rows.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(ADD).executeBatch(rows).replaceWithVoid();
        return added.chain(() -> tx.preparedQuery(SEEN).execute(Tuple.of(utc(end))))
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
