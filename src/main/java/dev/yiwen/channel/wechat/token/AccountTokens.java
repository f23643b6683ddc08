package dev.yiwen.channel.wechat.token;

import dev.yiwen.channel.wechat.account.SecretBox;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.platform.PlatformClient;
import dev.yiwen.channel.wechat.platform.PlatformUrls;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * One access token an account for all instances. It is renewed five minutes before it ends, while the one before is still good,
 * by whoever holds its row; the others read what that one wrote. A token that WeChat refuses is renewed by force, at most every
 * 30 s and 20 times a day, as {@code stable_token} allows.
 */
@Singleton
public final class AccountTokens {
    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration BETWEEN_FORCED = Duration.ofSeconds(30);
    private static final int FORCED_A_DAY = 20;

    private static final String LOCK = """
            select t.*, forced_on = current_date as today from wechat_token t where account_id = $1 for update
            """;

    private static final String KEEP = """
            update wechat_token set value = $2, expires_at = $3,
              forced_at = case when $4 then now() else forced_at end,
              forced = case when $4 then case when forced_on = current_date then forced + 1 else 1 end else forced end,
              forced_on = case when $4 then current_date else forced_on end
            where account_id = $1
            """;

    private final Pool database;
    private final SecretBox box;
    private final PlatformClient platform;
    private final PlatformUrls urls;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();
    private final Map<UUID, Uni<Token>> underWay = new ConcurrentHashMap<>();

    AccountTokens(Pool database, SecretBox box, PlatformClient platform, PlatformUrls urls) {
        this.database = database;
        this.box = box;
        this.platform = platform;
        this.urls = urls;
    }

    /** Where a token may come from. */
    public sealed interface Token {
        record Usable(String value) implements Token {}

        record None(CallOutcome why) implements Token {}
    }

    private record Known(String value, Instant expires, String secret) {
        boolean stands(WeChatAccount account) {
            return Instant.now().plus(EARLY).isBefore(expires)
                    && secret.equals(account.secrets().secret());
        }
    }

    /** One that stands for five minutes at least, unless WeChat gives none. */
    public Uni<Token> of(WeChatAccount account) {
        var it = known.get(account.id());
        return it != null && it.stands(account)
                ? Uni.createFrom().item(new Token.Usable(it.value()))
                : renewed(account, null);
    }

    /** WeChat has refused that one: another instance's newer one, or one that is fetched by force if it is not too soon. */
    public Uni<Token> insteadOf(WeChatAccount account, String refused) {
        known.computeIfPresent(account.id(), (id, it) -> it.value().equals(refused) ? null : it);
        return renewed(account, refused);
    }

    /** As if nothing were known, to try an account that has just been typed in. */
    public Uni<Token> anew(WeChatAccount account) {
        known.remove(account.id());
        return database.preparedQuery("delete from wechat_token where account_id = $1")
                .execute(Tuple.of(account.id()))
                .chain(() -> renewed(account, null));
    }

    /** Whoever asks meanwhile waits for the same answer, without a connection to the database. */
    private Uni<Token> renewed(WeChatAccount account, @Nullable String refused) {
        return underWay.computeIfAbsent(
                account.id(),
                id -> fetchedOnce(account, refused)
                        .onTermination()
                        .invoke(() -> underWay.remove(id))
                        .memoize()
                        .indefinitely());
    }

    private Uni<Token> fetchedOnce(WeChatAccount account, @Nullable String refused) {
        return database.preparedQuery("insert into wechat_token (account_id) values ($1) on conflict do nothing")
                .execute(Tuple.of(account.id()))
                .chain(() -> database.withTransaction(transaction -> transaction
                        .preparedQuery(LOCK)
                        .execute(Tuple.of(account.id()))
                        .chain(rows -> StreamSupport.stream(rows.spliterator(), false)
                                .findFirst()
                                .map(row -> renewed(transaction, account, row, refused))
                                .orElseGet(() -> none("the account was removed")))));
    }

    private Uni<Token> renewed(SqlConnection transaction, WeChatAccount account, Row row, @Nullable String refused) {
        var stored = stored(account, row).filter(it -> !it.value().equals(refused));
        if (stored.isPresent()) {
            known.put(account.id(), stored.get());
            return Uni.createFrom().item(new Token.Usable(stored.get().value()));
        }
        boolean forced = refused != null && !account.kind().ofWeCom();
        if (forced && !mayForce(row)) {
            return none("a new token would be asked for too often");
        }
        return fetched(account, forced)
                .chain(outcome -> outcome instanceof CallOutcome.Done done
                        ? keep(transaction, account, done, forced)
                        : Uni.createFrom().item(new Token.None(outcome)));
    }

    private static boolean mayForce(Row row) {
        var last = row.getOffsetDateTime("forced_at");
        boolean apart = last == null || last.toInstant().plus(BETWEEN_FORCED).isBefore(Instant.now());
        return apart && !(Boolean.TRUE.equals(row.getBoolean("today")) && row.getInteger("forced") >= FORCED_A_DAY);
    }

    private Uni<CallOutcome> fetched(WeChatAccount account, boolean forced) {
        if (account.kind().ofWeCom()) {
            return platform.get(urls.token(account));
        }
        var wish = new HashMap<String, Object>();
        wish.put("grant_type", "client_credential");
        wish.put("appid", account.appId());
        wish.put("secret", account.secrets().secret());
        wish.put("force_refresh", forced);
        return platform.post(urls.stableToken(), wish);
    }

    private Uni<Token> keep(SqlConnection transaction, WeChatAccount account, CallOutcome.Done done, boolean forced) {
        var value = done.answer().path("access_token").asText("");
        if (value.isEmpty()) {
            return none("no token in the answer");
        }
        var expires = Instant.now().plusSeconds(done.answer().path("expires_in").asLong(7200));
        var fresh = new Known(value, expires, account.secrets().secret());
        return transaction
                .preparedQuery(KEEP)
                .execute(Tuple.tuple()
                        .addUUID(account.id())
                        .addBuffer(
                                Buffer.buffer(box.seal(account.id(), "access_token", value + "\n" + digest(account))))
                        .addOffsetDateTime(expires.atOffset(ZoneOffset.UTC))
                        .addBoolean(forced))
                .invoke(() -> known.put(account.id(), fresh))
                .replaceWith(new Token.Usable(value));
    }

    /** Of this secret, and standing. */
    private Optional<Known> stored(WeChatAccount account, Row row) {
        var sealed = row.getBuffer("value");
        var expires = row.getOffsetDateTime("expires_at");
        if (sealed == null || expires == null) {
            return Optional.empty();
        }
        return box.open(account.id(), "access_token", sealed.getBytes())
                .map(it -> it.split("\n", 2))
                .filter(it -> it.length == 2 && it[1].equals(digest(account)))
                .map(it ->
                        new Known(it[0], expires.toInstant(), account.secrets().secret()))
                .filter(it -> it.stands(account));
    }

    /** So that a token of an earlier secret is none. */
    private static String digest(WeChatAccount account) {
        return DigestUtils.sha256Hex(account.appId() + "/" + account.secrets().secret());
    }

    private static Uni<Token> none(String why) {
        return Uni.createFrom().item(new Token.None(new CallOutcome.NotSent(why)));
    }
}
