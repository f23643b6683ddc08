package dev.yiwen.knowledge.usefulness;

import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.editing.ArticleFilter;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Reads what was counted, and judges it. */
@Singleton
class UsefulArticles {
    private final Pool database;
    private final UseCounting counting;
    private final UsefulnessConfig config;

    UsefulArticles(Pool database, UseCounting counting, UsefulnessConfig config) {
        this.database = database;
        this.counting = counting;
        this.config = config;
    }

    Usefulness.Rule rule() {
        return new Usefulness.Rule(config.staleDays(), ArticleFilter.SOON, config.handoverWeight());
    }

    /** Counted until now. */
    Uni<UsefulnessList> list(UsefulnessQuery query, Editor me) {
        var today = HomeZone.today();
        var now = Instant.now();
        return counting.fresh()
                .chain(() -> UseReport.live(database, today, query.days()))
                .map(all -> new UsefulnessList(
                        all.stream().map(it -> it.judged(today, now, rule())).toList(),
                        query.mine() ? me : null,
                        query.standing(),
                        query.words()));
    }

    /** With what only a few are told of. */
    Uni<List<Usefulness>> told(UsefulnessQuery query, List<Usefulness> shown) {
        var today = HomeZone.today();
        var from =
                today.minusDays(query.days() - 1L).atStartOfDay(HomeZone.id()).toInstant();
        return UseReport.told(database, today, query.days(), from, shown);
    }

    /** How far it is counted. */
    Uni<UseStore.Run> run() {
        return UseStore.run(database);
    }

    /** False for an unknown article. */
    Uni<Boolean> checked(ArticleId article, String by) {
        return UseStore.check(database, article, by);
    }
}
