package dev.yiwen.webhook;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.OutsideAddress;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The systems that are told, and the log of what they were told. */
@Singleton
final class WebhookEndpoints {
    private static final int LISTED = 50;

    private final Pool pool;
    private final AuditLog log;
    private final WebhookConfig config;

    WebhookEndpoints(Pool pool, AuditLog log, WebhookConfig config) {
        this.pool = pool;
        this.log = log;
        this.config = config;
    }

    /** @param secret to check signatures with; nobody can see it again; null of robots */
    record Added(WebhookEndpoint endpoint, @Nullable String secret) {}

    Uni<List<WebhookEndpoint>> all() {
        return pool.query("select * from webhook_endpoint order by created_at")
                .execute()
                .map(rows -> stream(rows).map(WebhookEndpoints::endpoint).toList());
    }

    /**
     * Fails with {@code INVALID} for an address that may not be told.
     *
     * @param robotSecret what a robot gave out; empty where it gave none
     */
    Uni<Added> add(String url, WebhookFormat format, String robotSecret, Set<WebhookEvent> events, StaffId by) {
        if (!robotSecret.isEmpty() && !format.signs()) {
            throw new Problem(Problem.Kind.INVALID, "Only robots of DingTalk and Feishu give out a secret.");
        }
        var address = OutsideAddress.of(url);
        var id = Ids.next();
        var secret = format.isRobot() ? WebhookSecret.ofRobot(robotSecret) : WebhookSecret.next();
        var words = events.stream().map(WebhookEvent::word).sorted().toArray(String[]::new);
        return Uni.createFrom()
                .item(() -> address.resolve(config.privateAddresses(), "YIWEN_WEBHOOK_PRIVATE"))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .chain(() -> pool.withTransaction(transaction -> transaction
                        .preparedQuery("""
                                insert into webhook_endpoint (id, url, events, secret, created_by, format) values ($1, $2, $3, $4, $5, $6)
                                returning *
                                """)
                        .execute(Tuple.tuple()
                                .addUUID(id)
                                .addString(url)
                                .addArrayOfString(words)
                                .addBuffer(Buffer.buffer(secret.key()))
                                .addUUID(by.value())
                                .addString(format.name()))
                        .map(rows ->
                                new Added(endpoint(rows.iterator().next()), format.isRobot() ? null : secret.text()))
                        .call(() -> log.append(
                                transaction,
                                new AuditEvent(
                                        AuditKind.WEBHOOK_ADDED,
                                        by.value(),
                                        "webhook:" + id,
                                        Map.of("host", address.host(), "events", String.join(",", words)))))));
    }

    /** With its log. */
    Uni<Void> remove(UUID id, StaffId by) {
        return pool.withTransaction(transaction -> transaction
                .preparedQuery("delete from webhook_endpoint where id = $1")
                .execute(Tuple.of(id))
                .invoke(rows -> requireOne(rows.rowCount()))
                .chain(() -> log.append(
                        transaction,
                        new AuditEvent(AuditKind.WEBHOOK_REMOVED, by.value(), "webhook:" + id, Map.of()))));
    }

    /** Told again from now on; what happened meanwhile it is not. */
    Uni<Void> enable(UUID id) {
        return pool.preparedQuery("update webhook_endpoint set disabled_at = null, failing_since = null where id = $1")
                .execute(Tuple.of(id))
                .invoke(rows -> requireOne(rows.rowCount()))
                .replaceWithVoid();
    }

    /** The latest first. */
    Uni<List<WebhookDelivery>> log(UUID endpoint) {
        return pool.preparedQuery(
                        "select * from webhook_delivery where endpoint_id = $1 order by created_at desc, id limit $2")
                .execute(Tuple.of(endpoint, LISTED))
                .map(rows -> stream(rows).map(WebhookEndpoints::delivery).toList());
    }

    /** Once more, with the same id, by which receivers know that they have had it. */
    Uni<Void> again(UUID endpoint, UUID delivery) {
        return pool.preparedQuery("""
                        with again as (
                          update webhook_delivery set due_at = now(), tries = 0, delivered_at = null
                          where id = $2 and endpoint_id = $1 returning id
                        )
                        select pg_notify('webhook', '') from again
                        """)
                .execute(Tuple.of(endpoint, delivery))
                .invoke(rows -> requireOne(rows.size()))
                .replaceWithVoid();
    }

    private static void requireOne(int found) {
        if (found == 0) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such webhook.");
        }
    }

    private static Stream<Row> stream(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static WebhookEndpoint endpoint(Row row) {
        return new WebhookEndpoint(
                row.getUUID("id"),
                row.getString("url"),
                WebhookFormat.valueOf(row.getString("format")),
                Stream.of(row.getArrayOfStrings("events")).map(WebhookEvent::of).collect(Collectors.toSet()),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("failing_since")),
                instant(row.getOffsetDateTime("disabled_at")));
    }

    private static WebhookDelivery delivery(Row row) {
        return new WebhookDelivery(
                row.getUUID("id"),
                row.getString("type"),
                row.getOffsetDateTime("delivered_at") != null
                        ? WebhookDelivery.DeliveryState.DELIVERED
                        : row.getOffsetDateTime("due_at") != null
                                ? WebhookDelivery.DeliveryState.WAITING
                                : WebhookDelivery.DeliveryState.GIVEN_UP,
                row.getString("payload"),
                row.getOffsetDateTime("created_at").toInstant(),
                row.getInteger("tries"),
                instant(row.getOffsetDateTime("tried_at")),
                instant(row.getOffsetDateTime("due_at")),
                row.getInteger("status"),
                row.getString("failure"),
                row.getInteger("took_ms"),
                row.getString("response"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
