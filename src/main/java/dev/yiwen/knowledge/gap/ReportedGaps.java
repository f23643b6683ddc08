package dev.yiwen.knowledge.gap;

import dev.yiwen.knowledge.AskedTurns.Turn;
import dev.yiwen.knowledge.ReportedGap;
import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Gaps that were not mined: people found them. */
@Singleton
final class ReportedGaps implements ReportedGap {
    private static final String OF = "select gap_id from gap_question where conversation_id = $1 and in_reply_to = $2";

    private final Pool database;

    ReportedGaps(Pool database) {
        this.database = database;
    }

    @Override
    public Uni<UUID> report(List<Turn> turns) {
        var typical = turns.getFirst();
        return database.withTransaction(open -> open.preparedQuery(OF)
                .execute(Tuple.of(typical.conversation(), typical.seq()))
                .chain(rows -> {
                    if (rows.iterator().hasNext()) {
                        return Uni.createFrom().item(rows.iterator().next().getUUID("gap_id"));
                    }
                    var id = Ids.next();
                    var first = turns.stream()
                            .map(Turn::at)
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
                    return GapStore.open(open, id, first)
                            .chain(() -> GapStore.add(open, id, turns, typical))
                            .replaceWith(id);
                }));
    }
}
