package dev.yiwen.channel.wechat.callback;

import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.shared.Signals;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Callbacks that wait for the answer to what they brought. The outbox puts it into the row of what came, as long as the row is
 * open ({@code passive_until}); whoever answers the callback closes the row first, and says what stands in it then. So a
 * repetition is answered as the first was, by whichever instance, and nothing goes both ways.
 */
@Singleton
public final class PassiveReplies {
    /** A signal: that row of the inbox has its reply, or will have none. */
    public static final String REPLIED = "wechat-replied";

    /** Hands the customer's message to WeChat's own service desk; a word that no text of ours is. */
    public static final String TRANSFER = "\u0001transfer";

    private static final String CLOSE = """
            update wechat_inbox set passive_until = null,
              replied_at = case when reply is not null then coalesce(replied_at, now()) end
            where id = $1 returning reply
            """;

    /** For people: nobody answers at once. */
    private static final String EXPECT_NOTHING = """
            with closed as (
              update wechat_inbox set passive_until = null where id = $1 and passive_until is not null and reply is null returning id
            )
            select pg_notify($2, id::text) from closed
            """;

    /**
     * Of messages, not of events, which the desk would show as nonsense. Whoever waits there waits no longer for having written again:
     * then nobody takes them.
     */
    private static final String HAND_OVER = """
            with given as (
              update wechat_inbox set reply = $2
              where id = $1 and dedup like 'm/%' and (reply = $2 or reply is null and passive_until > now() + interval '100 milliseconds')
              returning id
            ), there as (
              update wechat_contact set desk_until = case when desk_until > now() then desk_until else now() + interval '30 minutes' end
              where id = $3 and exists (select from given)
            )
            select pg_notify($4, id::text) from given
            """;

    private final Pool database;
    private final Duration patience;
    private final int most;
    private final AtomicInteger waiting = new AtomicInteger();
    private final Map<Long, Set<CompletableFuture<@Nullable Void>>> open = new ConcurrentHashMap<>();

    PassiveReplies(Pool database, WeChatConfig config) {
        this.database = database;
        this.patience = config.passive();
        this.most = config.passiveAtOnce();
    }

    void onServing(@ObservesAsync HttpServerStart start, Signals signals) {
        signals.listen(REPLIED, this::replied, () -> {});
    }

    /** How long to wait for a reply; zero where there is none to wait for, or too many wait already. */
    Duration patience(Pushed.Genuine pushed) {
        return pushed.answerable() && waiting.get() < most ? patience : Duration.ZERO;
    }

    /** What to answer with; empty when nothing was there in time, and will not be. */
    Uni<Optional<String>> await(long inbox, Duration longest) {
        var told = new CompletableFuture<@Nullable Void>();
        waiting.incrementAndGet();
        open.computeIfAbsent(inbox, id -> ConcurrentHashMap.newKeySet()).add(told);
        return Uni.createFrom()
                .completionStage(told)
                .ifNoItem()
                .after(longest)
                .recoverWithUni(Uni.createFrom().voidItem())
                .onTermination()
                .invoke(() -> forget(inbox, told))
                .chain(() -> close(inbox));
    }

    /** What it was answered with, from now on for ever. */
    Uni<Optional<String>> close(long inbox) {
        return database.preparedQuery(CLOSE)
                .execute(Tuple.of(inbox))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map((Row row) -> row.getString("reply")));
    }

    /** People answer this one, in their time. */
    public Uni<Void> expectNothing(long inbox) {
        return database.preparedQuery(EXPECT_NOTHING)
                .execute(Tuple.of(inbox, REPLIED))
                .replaceWithVoid();
    }

    /** Hands it to WeChat's own service desk, which has the customer for up to half an hour; false when it is too late for that. */
    public Uni<Boolean> handOver(long inbox, UUID contact) {
        return database.preparedQuery(HAND_OVER)
                .execute(Tuple.of(inbox, TRANSFER, contact, REPLIED))
                .map(rows -> rows.size() > 0);
    }

    private void replied(String inbox) {
        var those = open.get(Long.parseLong(inbox));
        if (those != null) {
            those.forEach(it -> it.complete(null));
        }
    }

    private void forget(long inbox, CompletableFuture<@Nullable Void> told) {
        waiting.decrementAndGet();
        open.computeIfPresent(inbox, (id, those) -> {
            those.remove(told);
            return those.isEmpty() ? null : those;
        });
    }
}
