package dev.yiwen.channel.wechat.callback;

import dev.yiwen.channel.wechat.account.WeChatAccount;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stores what came, each once, before anybody acknowledges it. */
@Singleton
public final class ReceivedPushes {
    private static final String STORE = """
            with fresh as (
              insert into wechat_inbox (account_id, source, dedup, body) values ($1, $2, $3, $4)
              on conflict (account_id, dedup) do nothing returning account_id
            )
            update wechat_account a set called_at = now() from fresh
            where a.id = fresh.account_id and (a.called_at is null or a.called_at < now() - interval '5 seconds')
            """;

    private final Pool database;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    ReceivedPushes(Pool database) {
        this.database = database;
    }

    /** Runs whenever something was stored by this instance; it must not block. */
    public void onStored(Runnable listener) {
        listeners.add(listener);
    }

    /** Something was stored, by whomever. */
    public void tell() {
        listeners.forEach(Runnable::run);
    }

    Uni<Void> store(WeChatAccount account, Pushed.Genuine pushed) {
        return database.preparedQuery(STORE)
                .execute(Tuple.of(
                        account.id(),
                        pushed.source(),
                        pushed.dedup(),
                        pushed.body().replace("\0", "")))
                .invoke(this::tell)
                .replaceWithVoid();
    }
}
