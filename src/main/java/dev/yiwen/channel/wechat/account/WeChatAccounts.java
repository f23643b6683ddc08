package dev.yiwen.channel.wechat.account;

import dev.yiwen.shared.Signals;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The accounts as this instance has them: all in memory, for each callback needs one before it costs anything; read anew when
 * one is changed anywhere.
 */
@Singleton
public final class WeChatAccounts {
    static final String CHANGED = "wechat-account";
    private static final Logger LOG = Logger.getLogger(WeChatAccounts.class);

    private final Pool database;
    private final SecretBox box;
    private final Signals signals;
    private volatile Map<UUID, WeChatAccount> known = Map.of();
    private volatile boolean loaded;

    WeChatAccounts(Pool database, SecretBox box, Signals signals) {
        this.database = database;
        this.box = box;
        this.signals = signals;
    }

    void onServing(@ObservesAsync HttpServerStart start) {
        signals.listen(CHANGED, nothing -> refresh(), this::refresh);
        refresh();
    }

    /** Done when the accounts are known: the first callbacks come while an instance that has just started reads them. */
    public Uni<Void> loaded() {
        return Uni.createFrom().deferred(() -> loaded ? Uni.createFrom().voidItem() : read());
    }

    /** Also one that is disabled. Empty for one that is removed, or whose secrets cannot be read. */
    public Optional<WeChatAccount> find(UUID id) {
        return Optional.ofNullable(known.get(id));
    }

    /** A company's customer service by its id. */
    public Optional<WeChatAccount> ofWeCom(String corporation, String openKfid) {
        return known.values().stream()
                .filter(it -> it.appId().equals(corporation) && openKfid.equals(it.openKfid()))
                .findFirst();
    }

    /** A mini-program by its AppID, while it is answered. */
    public Optional<WeChatAccount> miniProgram(String appId) {
        return known.values().stream()
                .filter(it ->
                        it.kind() == WeChatKind.MA && it.enabled() && it.appId().equals(appId))
                .findFirst();
    }

    /** Whether there is any: without, nothing of this channel costs anything. */
    public boolean any() {
        return !known.isEmpty();
    }

    /** What was committed is known here when this is done. */
    Uni<Void> read() {
        return database.query("select * from wechat_account where removed_at is null")
                .execute()
                .invoke(rows -> {
                    var all = new HashMap<UUID, WeChatAccount>();
                    rows.forEach(row -> account(row).ifPresent(it -> all.put(it.id(), it)));
                    known = Map.copyOf(all);
                    loaded = true;
                })
                .replaceWithVoid();
    }

    private void refresh() {
        read().subscribe().with(done -> {}, e -> LOG.warn("WeChat's accounts could not be read", e));
    }

    private Optional<WeChatAccount> account(Row row) {
        return SealedSecrets.open(box, row)
                .map(secrets -> new WeChatAccount(
                        row.getUUID("id"),
                        WeChatKind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("app_id"),
                        row.getString("open_kfid"),
                        row.getBoolean("enabled"),
                        row.getOffsetDateTime("created_at").toInstant(),
                        secrets,
                        row.getBoolean("own_desk"),
                        row.getString("desk_account")));
    }
}
