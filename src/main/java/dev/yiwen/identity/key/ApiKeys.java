package dev.yiwen.identity.key;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.ApiKey;
import dev.yiwen.identity.ApiScope;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The keys that stand. Asked on every request and not remembered, so that a revoked one ends at once on every instance. */
@Singleton
public final class ApiKeys {
    private static final String STANDS = "revoked_at is null and (expires_at is null or expires_at > now())";

    private static final String READ =
            "select k.*, s.name as by_name from api_key k join staff s on s.id = k.created_by where ";

    private static final String FIND = """
            with used as (
              update api_key set last_used_at = now()
              where hash = $1 and %1$s and (last_used_at is null or last_used_at < now() - interval '1 minute')
            )
            %2$s hash = $1 and %1$s
            """.formatted(STANDS, READ);

    private final Pool pool;
    private final AuditLog log;

    ApiKeys(Pool pool, AuditLog log) {
        this.pool = pool;
        this.log = log;
    }

    /** @param secret what the system sends; nobody can see it again */
    public record Created(ApiKey key, String secret) {}

    /** @param expiresAt null for never */
    public Uni<Created> create(String name, Set<ApiScope> scopes, @Nullable Instant expiresAt, StaffId by) {
        var id = Ids.next();
        var secret = KeySecret.next();
        var words = scopes.stream().map(ApiScope::word).sorted().toArray(String[]::new);
        return pool.withTransaction(transaction -> transaction
                        .preparedQuery("""
                                insert into api_key (id, name, prefix, hash, scopes, created_by, expires_at)
                                values ($1, $2, $3, $4, $5, $6, $7)
                                """)
                        .execute(Tuple.tuple()
                                .addUUID(id)
                                .addString(name)
                                .addString(KeySecret.prefix(secret))
                                .addBuffer(Buffer.buffer(KeySecret.hash(secret)))
                                .addArrayOfString(words)
                                .addUUID(by.value())
                                .addOffsetDateTime(expiresAt == null ? null : expiresAt.atOffset(ZoneOffset.UTC)))
                        .chain(() -> log.append(
                                transaction,
                                new AuditEvent(
                                        AuditKind.API_KEY_CREATED,
                                        by.value(),
                                        "api-key:" + id,
                                        Map.of("name", name, "scopes", String.join(",", words))))))
                .chain(() -> pool.preparedQuery(READ + "k.id = $1").execute(Tuple.of(id)))
                .map(rows -> new Created(key(rows.iterator().next()), secret));
    }

    /** Those that are not revoked, the newest first; expired ones too, so that somebody sees why a system is refused. */
    public Uni<List<ApiKey>> all() {
        return pool.query(READ + "k.revoked_at is null order by k.created_at desc limit 500")
                .execute()
                .map(rows -> stream(rows).map(ApiKeys::key).toList());
    }

    /** Empty when it is unknown, expired or revoked. */
    public Uni<Optional<ApiKey>> find(String secret) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.tuple().addBuffer(Buffer.buffer(KeySecret.hash(secret))))
                .map(rows -> stream(rows).findFirst().map(ApiKeys::key));
    }

    /** From the next request on. Fails with {@code NOT_FOUND} when there is none, or it was revoked already. */
    public Uni<Void> revoke(UUID id, StaffId by) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("update api_key set revoked_at = now() where id = $1 and revoked_at is null")
                .execute(Tuple.of(id))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such API key.");
                    }
                })
                .chain(() -> log.append(
                        transaction,
                        new AuditEvent(AuditKind.API_KEY_REVOKED, by.value(), "api-key:" + id, Map.of()))));
    }

    private static Stream<Row> stream(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static ApiKey key(Row row) {
        return new ApiKey(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("prefix"),
                Stream.of(row.getArrayOfStrings("scopes")).map(ApiScope::of).collect(Collectors.toSet()),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getString("by_name"),
                instant(row.getOffsetDateTime("expires_at")),
                instant(row.getOffsetDateTime("last_used_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
