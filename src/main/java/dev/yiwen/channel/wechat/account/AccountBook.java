package dev.yiwen.channel.wechat.account;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What administrators do with accounts. Each change is audited with it, and all instances hear of it. */
@Singleton
final class AccountBook {
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String INSERT = """
            insert into wechat_account (id, kind, name, app_id, open_kfid, secret, token, aes_key, previous_aes_key, created_by,
              own_desk, desk_account)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning *
            """;

    private static final String UPDATE = """
            update wechat_account set name = $2, app_id = $3, open_kfid = $4, secret = $5, token = $6, aes_key = $7,
              previous_aes_key = $8, own_desk = $9, desk_account = $10, version = version + 1, error_code = null, error_at = null
            where id = $1 returning *
            """;

    private final Pool database;
    private final SecretBox box;
    private final AuditLog log;
    private final WeChatAccounts accounts;

    AccountBook(Pool database, SecretBox box, AuditLog log, WeChatAccounts accounts) {
        this.database = database;
        this.box = box;
        this.log = log;
        this.accounts = accounts;
    }

    /** The first added first. */
    Uni<List<AccountView>> all() {
        return database.query("select * from wechat_account where removed_at is null order by created_at")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::view)
                        .toList());
    }

    /** Fails with {@code INVALID} when something is missing, with {@code CONFLICT} when it is there already. */
    Uni<AccountView> add(AccountForm form, StaffId by) {
        requireSense(form);
        if (!form.complete()) {
            throw new Problem(Kind.INVALID, "Secret and token are needed; of 微信客服 also open_kfid and the AES key.");
        }
        var id = Ids.next();
        var sealed = SealedSecrets.of(
                box, id, new AccountSecrets(given(form.secret()), given(form.token()), form.aesKey(), null));
        return change(
                AuditKind.WECHAT_ACCOUNT_ADDED,
                id,
                by,
                transaction -> transaction
                        .preparedQuery(INSERT)
                        .execute(sealed.into(Tuple.tuple()
                                        .addUUID(id)
                                        .addString(form.kind().name())
                                        .addString(form.name().strip())
                                        .addString(form.appId())
                                        .addString(form.openKfid()))
                                .addUUID(by.value())
                                .addBoolean(form.ownDesk())
                                .addString(form.deskAccount()))
                        .map(rows -> rows.iterator().next()));
    }

    /** Fails with {@code CONFLICT} when somebody has changed it since. Its kind stays. */
    Uni<AccountView> edit(UUID id, AccountForm form, StaffId by) {
        requireSense(form);
        return change(
                AuditKind.WECHAT_ACCOUNT_CHANGED,
                id,
                by,
                transaction -> locked(transaction, id).chain(row -> {
                    if (row.getInteger("version") != form.version()) {
                        throw new Problem(Kind.CONFLICT, "Somebody else has changed it meanwhile; look at it again.");
                    }
                    var sealed = SealedSecrets.of(box, id, merged(form, SealedSecrets.open(box, row)));
                    return transaction
                            .preparedQuery(UPDATE)
                            .execute(sealed.into(Tuple.tuple()
                                            .addUUID(id)
                                            .addString(form.name().strip())
                                            .addString(form.appId())
                                            .addString(form.openKfid()))
                                    .addBoolean(form.ownDesk())
                                    .addString(form.deskAccount()))
                            .map(rows -> rows.iterator().next());
                }));
    }

    /** What is not answered is kept, and answered when it is enabled again. */
    Uni<AccountView> enable(UUID id, boolean enabled, StaffId by) {
        var kind = enabled ? AuditKind.WECHAT_ACCOUNT_ENABLED : AuditKind.WECHAT_ACCOUNT_DISABLED;
        return change(kind, id, by, transaction -> set(transaction, id, "enabled = $2", Tuple.of(id, enabled)));
    }

    /** Out of sight, with its secrets, so that it can be had back. */
    Uni<AccountView> remove(UUID id, boolean removed, StaffId by) {
        var kind = removed ? AuditKind.WECHAT_ACCOUNT_REMOVED : AuditKind.WECHAT_ACCOUNT_RESTORED;
        return change(
                kind,
                id,
                by,
                transaction -> set(
                        transaction,
                        id,
                        "removed_at = case when $2 then coalesce(removed_at, now()) end",
                        Tuple.of(id, removed)));
    }

    /** What was encrypted with the key before is refused from now on. */
    Uni<AccountView> forgetPreviousKey(UUID id, StaffId by) {
        return change(
                AuditKind.WECHAT_ACCOUNT_CHANGED,
                id,
                by,
                transaction -> set(transaction, id, "previous_aes_key = null", Tuple.of(id)));
    }

    private Uni<AccountView> change(String kind, UUID id, StaffId by, Function<SqlConnection, Uni<Row>> work) {
        return database.withTransaction(transaction -> work.apply(transaction)
                        .call(row -> transaction
                                .preparedQuery("select pg_notify($1, '')")
                                .execute(Tuple.of(WeChatAccounts.CHANGED)))
                        .call(row -> log.append(
                                transaction,
                                new AuditEvent(
                                        kind,
                                        by.value(),
                                        "wechat-account:" + id,
                                        Map.of("kind", row.getString("kind"), "appId", row.getString("app_id"))))))
                .onFailure(AccountBook::isTaken)
                .transform(e -> new Problem(Kind.CONFLICT, "This account has been added already."))
                .call(accounts::read)
                .map(this::view);
    }

    private static Uni<Row> set(SqlConnection transaction, UUID id, String what, Tuple values) {
        return transaction
                .preparedQuery(
                        "update wechat_account set version = version + 1, " + what + " where id = $1 returning *")
                .execute(values)
                .map(rows -> first(rows).orElseThrow(AccountBook::missing));
    }

    private static Uni<Row> locked(SqlConnection transaction, UUID id) {
        return transaction
                .preparedQuery("select * from wechat_account where id = $1 and removed_at is null for update")
                .execute(Tuple.of(id))
                .map(rows -> first(rows).orElseThrow(AccountBook::missing));
    }

    private static void requireSense(AccountForm form) {
        if (form.kind().ofWeCom() != (form.openKfid() != null)) {
            throw new Problem(Kind.INVALID, "Only 微信客服 has an open_kfid, and it needs one.");
        }
        if (form.kind().ofWeCom() && form.ownDesk()) {
            throw new Problem(Kind.INVALID, "微信客服 is a desk of its own; only others are handed to WeChat's.");
        }
        if (form.deskAccount() != null && !(form.ownDesk() && form.kind() == WeChatKind.MP)) {
            throw new Problem(Kind.INVALID, "Whom to hand to can be said for official accounts that hand over.");
        }
    }

    private static AccountSecrets merged(AccountForm form, Optional<AccountSecrets> before) {
        var secret = form.secret() != null
                ? form.secret()
                : before.map(AccountSecrets::secret).orElse(null);
        var token = form.token() != null
                ? form.token()
                : before.map(AccountSecrets::token).orElse(null);
        var oldKey = before.map(AccountSecrets::aesKey).orElse(null);
        boolean turned = form.aesKey() != null && !form.aesKey().equals(oldKey);
        return new AccountSecrets(
                given(secret),
                given(token),
                turned ? form.aesKey() : oldKey,
                turned ? oldKey : before.map(AccountSecrets::previousAesKey).orElse(null));
    }

    private static String given(@Nullable String value) {
        if (value == null) {
            throw new Problem(Kind.INVALID, "The secrets cannot be read any more; type all of them in again.");
        }
        return value;
    }

    private static Optional<Row> first(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }

    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState());
    }

    private static Problem missing() {
        return new Problem(Kind.NOT_FOUND, "There is no such account.");
    }

    private AccountView view(Row row) {
        var id = row.getUUID("id");
        var secrets = SealedSecrets.open(box, row);
        return new AccountView(
                id,
                row.getInteger("version"),
                WeChatKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("app_id"),
                row.getString("open_kfid"),
                row.getBoolean("enabled"),
                secrets.isPresent(),
                row.getBuffer("aes_key") != null,
                row.getBuffer("previous_aes_key") != null,
                "/wechat/" + id,
                instant(row.getOffsetDateTime("called_at")),
                instant(row.getOffsetDateTime("asked_at")),
                row.getInteger("error_code"),
                instant(row.getOffsetDateTime("error_at")),
                row.getBoolean("own_desk"),
                row.getString("desk_account"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
