package dev.yiwen.knowledge.gap;

import dev.yiwen.knowledge.AskedTurns;
import dev.yiwen.knowledge.AskedTurns.Turn;
import dev.yiwen.knowledge.QuestionClusters;
import dev.yiwen.knowledge.QuestionLikeness;
import dev.yiwen.knowledge.QuestionLikeness.Alike;
import dev.yiwen.shared.Ids;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Brings what was asked in vain into gaps: to those that ask the same, ignored ones too, else together into new ones. Each turn is
 * looked at once, by one instance; a run that dies is done again from where the last one ended.
 */
@Singleton
public class GapMining {
    private static final Duration EVERY = Duration.ofHours(1);

    /** A conversation that goes on may still answer what was asked. */
    private static final Duration SETTLED = Duration.ofMinutes(15);

    /** Turns of one round; more than that wait for the next, which follows at once. */
    private static final int MOST = 1_000;

    private static final String UNTIL = "select until from gap_mining";
    private static final String SEEN = "update gap_mining set until = $1, run_at = now()";

    private final Pool database;
    private final AskedTurns asked;
    private final QuestionLikeness likeness;
    private final Leader leader;

    GapMining(Pool database, AskedTurns asked, QuestionLikeness likeness, Leader leader) {
        this.database = database;
        this.asked = asked;
        this.likeness = likeness;
        this.leader = leader;
    }

    void start(@Observes StartupEvent event, Rhythm rhythm) {
        rhythm.every(EVERY, () -> leader.alone("gaps", () -> until(Instant.now().minus(SETTLED))));
    }

    /** What was asked until now, conversations that go on too; unless an instance is at it. */
    public Uni<Void> now() {
        return leader.alone("gaps", () -> until(Instant.now()));
    }

    private Uni<Void> until(Instant until) {
        return database.query(UNTIL)
                .execute()
                .map(rows -> rows.iterator().next().getOffsetDateTime("until").toInstant())
                .chain(from -> from.isBefore(until)
                        ? asked.missed(from, until, MOST)
                                .chain(turns -> taken(turns, end(turns, until))
                                        .chain(() -> turns.size() < MOST
                                                ? Uni.createFrom().voidItem()
                                                : until(until)))
                        : Uni.createFrom().voidItem());
    }

    /** Where a full round ends the next goes on; turns of one moment must not be parted. */
    private static Instant end(List<Turn> turns, Instant until) {
        return turns.size() < MOST ? until : turns.getLast().at().plusNanos(1_000);
    }

    private Uni<Void> taken(List<Turn> turns, Instant until) {
        return (turns.isEmpty() ? Uni.createFrom().item(new Assignment(List.of(), turns, List.of())) : assigned(turns))
                .chain(it -> database.withTransaction(tx -> written(tx, it)
                        .chain(() -> tx.preparedQuery(SEEN)
                                .execute(Tuple.of(OffsetDateTime.ofInstant(until, ZoneOffset.UTC))))
                        .replaceWithVoid()));
    }

    private Uni<Assignment> assigned(List<Turn> turns) {
        return GapStore.known(database).chain(known -> {
            var words = Stream.concat(
                            known.stream().map(GapStore.Known::words),
                            turns.stream().map(Turn::words))
                    .toList();
            return likeness.among(words).map(pairs -> new Assignment(known, turns, pairs));
        });
    }

    private static Uni<Void> written(SqlConnection tx, Assignment assignment) {
        Uni<Void> steps = Uni.createFrom().voidItem();
        for (var group : assignment.groups.entrySet()) {
            var turns = group.getValue();
            Turn typical = assignment.typical.get(group.getKey());
            steps = steps.chain(() -> typical == null
                            ? Uni.createFrom().voidItem()
                            : GapStore.open(tx, group.getKey(), turns.getFirst().at()))
                    .chain(() -> GapStore.add(tx, group.getKey(), turns, typical));
        }
        return steps.chain(() -> GapStore.reopen(tx, List.copyOf(assignment.groups.keySet())));
    }

    /** Which turn belongs to which gap. */
    private static final class Assignment {
        private final Map<UUID, List<Turn>> groups = new HashMap<>();
        // Of gaps that are new, what names them.
        private final Map<UUID, Turn> typical = new HashMap<>();

        Assignment(List<GapStore.Known> known, List<Turn> turns, List<Alike> pairs) {
            int first = known.size();
            var likeness = likenessToGaps(known, first, pairs);
            var open = new ArrayList<Integer>();
            for (int i = 0; i < turns.size(); i++) {
                var best = likeness.getOrDefault(i, Map.of()).entrySet().stream()
                        .filter(it -> it.getValue() >= QuestionClusters.TOGETHER)
                        .max(Map.Entry.comparingByValue());
                if (best.isPresent()) {
                    groups.computeIfAbsent(best.get().getKey(), it -> new ArrayList<>())
                            .add(turns.get(i));
                } else {
                    open.add(i);
                }
            }
            together(open, turns, first, pairs);
        }

        /** Mean probability that a turn asks the same as the wordings of a gap. */
        private static Map<Integer, Map<UUID, Double>> likenessToGaps(
                List<GapStore.Known> known, int first, List<Alike> pairs) {
            var wordings = new HashMap<UUID, Integer>();
            known.forEach(it -> wordings.merge(it.gap(), 1, Integer::sum));
            var sums = new HashMap<Integer, Map<UUID, Double>>();
            for (var pair : pairs) {
                if (pair.first() < first && pair.second() >= first) {
                    var gap = known.get(pair.first()).gap();
                    sums.computeIfAbsent(pair.second() - first, it -> new HashMap<>())
                            .merge(gap, pair.probability() / wordings.getOrDefault(gap, 1), Double::sum);
                }
            }
            return sums;
        }

        private void together(List<Integer> open, List<Turn> turns, int first, List<Alike> pairs) {
            var places = new HashMap<Integer, Integer>();
            open.forEach(it -> places.put(it + first, places.size()));
            var among = pairs.stream()
                    .filter(it -> places.containsKey(it.first()) && places.containsKey(it.second()))
                    .map(it -> new Alike(
                            places.getOrDefault(it.first(), 0), places.getOrDefault(it.second(), 0), it.probability()))
                    .toList();
            for (var group : QuestionClusters.of(open.size(), among)) {
                var id = Ids.next();
                typical.put(id, turns.get(open.get(QuestionClusters.typical(group, among))));
                groups.put(id, group.stream().map(it -> turns.get(open.get(it))).toList());
            }
        }
    }
}
