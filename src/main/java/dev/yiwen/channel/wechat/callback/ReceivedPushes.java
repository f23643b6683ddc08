package dev.yiwen.channel.wechat.callback;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Stores what came, each once, before anybody acknowledges it. */
@Singleton
public final class ReceivedPushes {
    private static final Uni<Optional<String>> NOTHING = Uni.createFrom().item(Optional.empty());

    private static final String STORE = """
            with fresh as (
              insert into wechat_inbox (account_id, source, dedup, body, passive_until)
              values ($1, $2, $3, $4, case when $5 > 0 then now() + $5::float8 * interval '1 second' end)
              on conflict (account_id, dedup) do nothing returning id, account_id
            ), noted as (
              update wechat_account a set called_at = now() from fresh
              where a.id = fresh.account_id and (a.called_at is null or a.called_at < now() - interval '5 seconds')
            )
            select id from fresh
            """;

    /** Of what came before: how much longer somebody waits for its answer, in seconds. */
    private static final String BEFORE = """
            select id, extract(epoch from passive_until - now())::float8 as rest from wechat_inbox
            where account_id = $1 and dedup = $2
            """;

    /** So many that are being stored at once say that the machine has too much to do. */
    private static final int PRESSED = 8;

    private final AtomicInteger storing = new AtomicInteger();
    private final Pool database;
    private final PassiveReplies replies;
    private final TypingHint typing;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    ReceivedPushes(Pool database, PassiveReplies replies, TypingHint typing) {
        this.database = database;
        this.replies = replies;
        this.typing = typing;
    }

    /** Runs whenever something was stored by this instance; it must not block. */
    public void onStored(Runnable listener) {
        listeners.add(listener);
    }

    /** Something was stored, by whomever. */
    public void tell() {
        listeners.forEach(Runnable::run);
    }

    /** What to answer the callback with, where there is something in time. */
    Uni<Optional<String>> store(WeChatAccount account, Pushed.Genuine pushed) {
        var patience = account.enabled() ? replies.patience(pushed) : Duration.ZERO;
        long begun = System.nanoTime();
        storing.incrementAndGet();
        return database.preparedQuery(STORE)
                .execute(Tuple.of(
                        account.id(),
                        pushed.source(),
                        pushed.dedup(),
                        pushed.body().replace("\0", ""),
                        patience.toMillis() / 1000.0))
                .onTermination()
                .invoke(storing::decrementAndGet)
                .invoke(this::tell)
                .chain(rows -> {
                    if (!pushed.answerable()) {
                        return NOTHING;
                    }
                    if (rows.size() == 0) {
                        return asBefore(account, pushed);
                    }
                    return patience.isZero()
                            ? NOTHING
                            : replies.await(
                                            rows.iterator().next().getLong("id"),
                                            rest(patience, System.nanoTime() - begun))
                                    .invoke(reply -> {
                                        if (reply.isEmpty() && System.nanoTime() - begun >= patience.toNanos()) {
                                            typing.show(account, pushed.source());
                                        }
                                    });
                });
    }

    /** Storing it took some of the time that WeChat gives. */
    private static Duration rest(Duration patience, long passedNanos) {
        var rest = patience.minusNanos(passedNanos);
        return rest.isPositive() ? rest : Duration.ofMillis(1);
    }

    /** Whether storing takes long, so that whatever can wait should: WeChat does not. */
    public boolean pressed() {
        return storing.get() > PRESSED;
    }

    /** A repetition waits with the first, if that one still waits. */
    private Uni<Optional<String>> asBefore(WeChatAccount account, Pushed.Genuine pushed) {
        return database.preparedQuery(BEFORE)
                .execute(Tuple.of(account.id(), pushed.dedup()))
                .chain(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .map(row -> {
                            var rest = row.getDouble("rest");
                            return rest == null || rest <= 0
                                    ? replies.close(row.getLong("id"))
                                    : replies.await(row.getLong("id"), Duration.ofMillis(1 + (long) (rest * 1000)));
                        })
                        .orElse(NOTHING));
    }
}
