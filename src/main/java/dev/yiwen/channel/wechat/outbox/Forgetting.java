package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.shared.Leader;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Removes what came and what went when it is long done; the conversations have it anyway. */
@Singleton
final class Forgetting {
    private static final Duration OFTEN = Duration.ofHours(1);

    private static final String CAME = """
            delete from wechat_inbox where handled_at is not null and received_at < now() - $1::float8 * interval '1 second'
            """;

    private static final String WENT = """
            delete from wechat_outbox
            where state not in ('PLANNED', 'SENDING') and planned_at < now() - $1::float8 * interval '1 second'
            """;

    /** Who they are stays as long as the customer does. */
    private static final String CAME_FROM = """
            update wechat_contact set came_from = null, options = '{}'
            where seen_at < now() - $1::float8 * interval '1 second' and (came_from is not null or options <> '{}')
            """;

    private final Pool database;
    private final Leader leader;
    private final WeChatConfig config;

    Forgetting(Pool database, Leader leader, WeChatConfig config) {
        this.database = database;
        this.leader = leader;
        this.config = config;
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        rhythm.every(OFTEN, () -> leader.alone("wechat-forgetting", this::round));
    }

    private Uni<Void> round() {
        var age = Tuple.of((double) config.kept().toSeconds());
        return database.preparedQuery(CAME)
                .execute(age)
                .chain(() -> database.preparedQuery(WENT).execute(age))
                .chain(() -> database.preparedQuery(CAME_FROM).execute(age))
                .replaceWithVoid();
    }
}
