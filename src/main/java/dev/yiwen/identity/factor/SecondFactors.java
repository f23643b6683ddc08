package dev.yiwen.identity.factor;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.SessionsEnded;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.session.SessionEnds;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Problem.Kind;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who has a second factor: begun with a secret, confirmed with its first code, taken away. Each change ends their sessions. */
@Singleton
public final class SecondFactors {
    private static final String STATUS = """
            select confirmed_at, (select count(*) from recovery_code where staff_id = $1 and used_at is null) as left
            from second_factor where staff_id = $1 and confirmed_at is not null
            """;

    private static final String BEGIN = """
            insert into second_factor as f (staff_id, secret) values ($1, $2)
            on conflict (staff_id) do update set secret = excluded.secret, started_at = now() where f.confirmed_at is null
            """;

    private static final String BEGUN = """
            select secret from second_factor
            where staff_id = $1 and confirmed_at is null and started_at > now() - interval '30 minutes'
            """;

    private static final String CONFIRM = """
            update second_factor set confirmed_at = now(), last_step = $2
            where staff_id = $1 and secret = $3 and confirmed_at is null
            """;

    private static final String HAS = """
            update staff set second_factor = $2, session_epoch = session_epoch + 1 where id = $1 and second_factor <> $2
            returning session_epoch
            """;

    private final Pool database;
    private final SessionEnds ends;
    private final AuditLog audit;

    SecondFactors(Pool database, SessionEnds ends, AuditLog audit) {
        this.database = database;
        this.ends = ends;
        this.audit = audit;
    }

    /**
     * @param since null when there is none
     * @param recoveryCodes how many are left
     */
    public record Status(@Nullable Instant since, int recoveryCodes) {}

    /** What a device needs; told while it is set up, and never again. */
    public record Enrolment(String secret, String uri, QrCode qr) {}

    /** @param epoch of sessions that begin now */
    public record Confirmed(List<String> recoveryCodes, int epoch) {}

    public Uni<Status> of(StaffId staff) {
        return database.preparedQuery(STATUS)
                .execute(Tuple.of(staff.value()))
                .map(rows -> first(rows)
                        .map(row -> new Status(instant(row.getOffsetDateTime("confirmed_at")), row.getInteger("left")))
                        .orElseGet(() -> new Status(null, 0)));
    }

    /** A new secret, in place of one that was not confirmed; {@code CONFLICT} when there is a confirmed one. */
    public Uni<Enrolment> begin(Staff staff) {
        var secret = Authenticator.secret();
        return database.preparedQuery(BEGIN)
                .execute(Tuple.of(staff.id().value(), secret))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        throw new Problem(Kind.CONFLICT, "There is a second factor already; remove it first.");
                    }
                    var uri = Authenticator.uri(secret, staff.login());
                    return new Enrolment(secret, uri, QrCode.of(uri));
                });
    }

    /** {@code SECOND_FACTOR_WRONG} for a wrong code, {@code CONFLICT} when nothing was begun within half an hour. */
    public Uni<Confirmed> confirm(Staff staff, String code) {
        return database.preparedQuery(BEGUN)
                .execute(Tuple.of(staff.id().value()))
                .map(rows -> first(rows).orElseThrow(SecondFactors::notBegun).getString("secret"))
                .chain(secret -> confirm(staff, secret, code));
    }

    private Uni<Confirmed> confirm(Staff staff, String secret, String code) {
        var id = staff.id().value();
        long step = Authenticator.step(secret, code.replaceAll("\\s", ""), Instant.now())
                .orElseThrow(() -> new Problem(Kind.SECOND_FACTOR_WRONG, "This code is wrong."));
        var codes = RecoveryCodes.next();
        return ends.with(
                        SessionsEnded.all(staff.id()),
                        transaction -> transaction
                                .preparedQuery(CONFIRM)
                                .execute(Tuple.of(id, step, secret))
                                .invoke(rows -> {
                                    if (rows.rowCount() == 0) {
                                        throw notBegun();
                                    }
                                })
                                .chain(() -> keep(transaction, id, codes))
                                .chain(() -> has(transaction, staff.id(), true))
                                .call(() -> audit.append(transaction, event(AuditKind.SECOND_FACTOR_SET, id, id))))
                .map(epoch -> new Confirmed(codes, epoch.orElseThrow(SecondFactors::notBegun)));
    }

    /** Of one's own will; the epoch of sessions that begin now. */
    public Uni<Integer> remove(Staff staff) {
        var id = staff.id().value();
        return clear(staff.id(), event(AuditKind.SECOND_FACTOR_REMOVED, id, id))
                .map(epoch -> epoch.orElseThrow(SecondFactors::none));
    }

    /** By an administrator, for somebody who lost theirs; {@code NOT_FOUND} when they have none. */
    public Uni<Void> reset(StaffId staff) {
        return clear(staff, event(AuditKind.SECOND_FACTOR_RESET, audit.requester(), staff.value()))
                .map(epoch -> epoch.orElseThrow(SecondFactors::none))
                .replaceWithVoid();
    }

    /** From the command line. */
    public Uni<Void> resetIfAny(Staff staff) {
        return staff.secondFactor() ? reset(staff.id()) : Uni.createFrom().voidItem();
    }

    private Uni<Optional<Integer>> clear(StaffId staff, AuditEvent event) {
        return ends.with(
                SessionsEnded.all(staff),
                transaction -> has(transaction, staff, false)
                        .call(epoch -> epoch.isEmpty() ? Uni.createFrom().voidItem() : audit.append(transaction, event))
                        .call(() -> delete(transaction, "second_factor", staff))
                        .call(() -> delete(transaction, "recovery_code", staff)));
    }

    private static Uni<Void> delete(SqlConnection transaction, String table, StaffId staff) {
        return transaction
                .preparedQuery("delete from " + table + " where staff_id = $1")
                .execute(Tuple.of(staff.value()))
                .replaceWithVoid();
    }

    private static Uni<Void> keep(SqlConnection transaction, UUID staff, List<String> codes) {
        var hashes = codes.stream()
                .map(it -> Buffer.buffer(RecoveryCodes.hash(staff, it)))
                .toArray(Buffer[]::new);
        return transaction
                .preparedQuery("insert into recovery_code (staff_id, hash) select $1, unnest($2::bytea[])")
                .execute(Tuple.of(staff, hashes))
                .replaceWithVoid();
    }

    /** Empty when it was so already. */
    private static Uni<Optional<Integer>> has(SqlConnection transaction, StaffId staff, boolean has) {
        return transaction
                .preparedQuery(HAS)
                .execute(Tuple.of(staff.value(), has))
                .map(rows -> first(rows).map(row -> row.getInteger("session_epoch")));
    }

    private static AuditEvent event(String kind, @Nullable UUID by, UUID staff) {
        return new AuditEvent(kind, by, "staff:" + staff, by == null ? Map.of("by", "command line") : Map.of());
    }

    private static Problem notBegun() {
        return new Problem(Kind.CONFLICT, "Nothing was begun, or too long ago; begin again.");
    }

    private static Problem none() {
        return new Problem(Kind.NOT_FOUND, "There is no second factor.");
    }

    private static Optional<Row> first(RowSet<Row> rows) {
        return rows.rowCount() == 0
                ? Optional.empty()
                : Optional.of(rows.iterator().next());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
