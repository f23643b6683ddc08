package dev.yiwen.identity;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.password.Passwords;
import dev.yiwen.identity.role.Giving;
import dev.yiwen.identity.role.StaffRoles;
import dev.yiwen.identity.session.SessionEnds;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The members of staff: who they are, what they may do, and whether a session of theirs still stands. */
@Singleton
public final class StaffMembers {
    /** Of the table {@code staff}, by that name. */
    public static final String COLUMNS = """
            staff.id, staff.login, staff.name, staff.roles, staff.active, staff.must_change_password,
            staff.session_epoch, staff.second_factor,
            array(select unnest(r.rights) from staff_role r where r.name = any(staff.roles)) as rights
            """;

    private static final String UNIQUE_VIOLATION = "23505";

    private final Pool pool;
    private final SessionEnds ends;
    private final Passwords passwords;
    private final IdentityConfig config;
    private final AuditLog log;

    StaffMembers(Pool pool, SessionEnds ends, Passwords passwords, IdentityConfig config, AuditLog log) {
        this.pool = pool;
        this.log = log;
        this.ends = ends;
        this.passwords = passwords;
        this.config = config;
    }

    /** Someone who can sign in, with what checking a password needs. */
    public record Account(Staff staff, String passwordHash, int sessionEpoch, boolean expired) {}

    /** What an administrator may change; null leaves a thing as it is. */
    public record Change(
            @Nullable String name,
            @Nullable Set<String> roles,
            @Nullable Boolean active) {
        boolean endsSessions() {
            return roles != null || active != null;
        }
    }

    public Uni<List<Staff>> all() {
        return pool.query("select " + COLUMNS + " from staff order by login")
                .execute()
                .map(rows -> stream(rows).map(StaffMembers::staff).toList());
    }

    /** @param lastSignInAt null for somebody who never did */
    public record Listed(Staff staff, @Nullable Instant lastSignInAt) {}

    /** All of them, with what administrators look after. */
    public Uni<List<Listed>> listed() {
        return pool.query("select last_sign_in_at, " + COLUMNS + " from staff order by login")
                .execute()
                .map(rows -> stream(rows)
                        .map(row -> new Listed(
                                staff(row),
                                Optional.ofNullable(row.getOffsetDateTime("last_sign_in_at"))
                                        .map(OffsetDateTime::toInstant)
                                        .orElse(null)))
                        .toList());
    }

    public Uni<Optional<Staff>> byLogin(String login) {
        return account(login).map(it -> it.map(Account::staff));
    }

    /** A new member of staff, with a password to be changed at the first sign-in. */
    public record Fresh(String login, String name, Set<String> roles, String oneTimePassword) {}

    /** By nobody who is signed in. */
    public Uni<Staff> create(String login, String name, Set<Role> roles, String oneTimePassword) {
        return createAll(List.of(new Fresh(login, name, Role.names(roles), oneTimePassword)), null)
                .map(List::getFirst);
    }

    /**
     * All of them or nobody: {@code CONFLICT} when a login is taken, {@code INVALID} when there is no such role,
     * {@code RIGHTS_NOT_YOURS} when a role gives more than is that person's to give.
     *
     * @param giver null for the command line, which may
     */
    public Uni<List<Staff>> createAll(List<Fresh> all, @Nullable Staff giver) {
        var by = log.requester();
        var roles = all.stream().flatMap(it -> it.roles().stream()).collect(Collectors.toSet());
        return each(all, it -> passwords.hash(it.oneTimePassword()))
                .chain(hashes -> pool.withTransaction(transaction -> Giving.turn(transaction)
                        .chain(() -> StaffRoles.rights(transaction, roles))
                        .invoke(it -> require(giver, it))
                        .chain(() -> each(
                                IntStream.range(0, all.size()).boxed().toList(),
                                i -> insert(transaction, all.get(i), hashes.get(i))
                                        .call(it -> log.append(transaction, event(AuditKind.STAFF_CREATED, by, it)))))))
                .onFailure(e -> e instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState()))
                .transform(e -> new Problem(Problem.Kind.CONFLICT, "There is already someone with this login."));
    }

    /** One after the other. */
    private static <T, R> Uni<List<R>> each(List<T> items, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }

    private Uni<Staff> insert(SqlConnection transaction, Fresh fresh, String hash) {
        return transaction
                .preparedQuery("""
                        insert into staff (id, login, name, roles, password_hash, one_time_until)
                        values ($1, $2, $3, $4, $5, now() + $6::float8 * interval '1 second')
                        returning
                        """ + COLUMNS)
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addString(fresh.login())
                        .addString(fresh.name())
                        .addArrayOfString(sorted(fresh.roles()))
                        .addString(hash)
                        .addDouble(oneTime()))
                .map(rows -> staff(first(rows)));
    }

    /**
     * Ends the person's sessions when it changes what they may do. {@code RIGHTS_NOT_YOURS} for what is not that person's to
     * give, {@code LAST_STAFF_MANAGER} when nobody would be left who manages staff.
     *
     * @param giver null for the command line, which may
     */
    public Uni<Staff> change(StaffId id, Change change, @Nullable Staff giver) {
        var by = log.requester();
        Function<SqlConnection, Uni<Staff>> work = transaction -> Giving.turn(transaction)
                .chain(() -> requireGivable(transaction, id, change, giver))
                .chain(() -> update(transaction, id, change))
                .call(() -> Giving.requireSomebody(transaction))
                .call(it -> log.append(transaction, event(AuditKind.STAFF_CHANGED, by, it)));
        return change.endsSessions() ? ends.with(SessionsEnded.all(id), work) : pool.withTransaction(work);
    }

    private static Uni<Void> requireGivable(
            SqlConnection transaction, StaffId id, Change change, @Nullable Staff giver) {
        if (change.roles() == null) {
            return Uni.createFrom().voidItem();
        }
        return StaffRoles.rights(transaction, change.roles())
                .chain(wanted -> find(transaction, id).invoke(before -> {
                    var gained = EnumSet.noneOf(Right.class);
                    gained.addAll(wanted);
                    gained.removeAll(before.rights());
                    require(giver, gained);
                    if (giver != null && giver.id().equals(id)) {
                        Giving.requireHeld(giver, gained);
                    }
                }))
                .replaceWithVoid();
    }

    private static void require(@Nullable Staff giver, Set<Right> rights) {
        if (giver != null) {
            Giving.require(giver, rights);
        }
    }

    /** {@code NOT_FOUND} when there is no such person. */
    public Uni<Staff> find(StaffId id) {
        return find(pool, id);
    }

    private static Uni<Staff> find(SqlClient client, StaffId id) {
        return client.preparedQuery("select " + COLUMNS + " from staff where id = $1")
                .execute(Tuple.of(id.value()))
                .map(rows -> staff(first(rows)));
    }

    /** Sets a password and ends the sessions that were opened with the old one; the new session epoch. */
    public Uni<Integer> setPassword(StaffId id, String password, boolean oneTime) {
        var by = log.requester();
        var event = new AuditEvent(
                oneTime ? AuditKind.PASSWORD_RESET : AuditKind.PASSWORD_CHANGED,
                by,
                "staff:" + id.value(),
                by == null ? Map.of("by", "command line") : Map.of());
        return passwords
                .hash(password)
                .chain(hash -> ends.with(
                        SessionsEnded.all(id),
                        transaction -> transaction
                                .preparedQuery("""
                                update staff set password_hash = $2, must_change_password = $3,
                                  one_time_until = case when $3 then now() + $4::float8 * interval '1 second' end,
                                  session_epoch = session_epoch + 1
                                where id = $1 returning session_epoch
                                """)
                                .execute(Tuple.of(id.value(), hash, oneTime, oneTime()))
                                .map(rows -> first(rows).getInteger("session_epoch"))
                                .call(() -> log.append(transaction, event))));
    }

    /** Empty when the person's sessions of that epoch were ended or the person deactivated since. */
    public Uni<Optional<Staff>> standing(StaffId id, int epoch) {
        return pool.preparedQuery("select " + COLUMNS + " from staff where id = $1 and session_epoch = $2 and active")
                .execute(Tuple.of(id.value(), epoch))
                .map(rows -> stream(rows).findFirst().map(StaffMembers::staff));
    }

    public Uni<Optional<Account>> account(String login) {
        return pool.preparedQuery("select password_hash, must_change_password and one_time_until < now() as expired, "
                        + COLUMNS + " from staff where login = $1")
                .execute(Tuple.of(login))
                .map(rows -> stream(rows)
                        .findFirst()
                        .map(row -> new Account(
                                staff(row),
                                row.getString("password_hash"),
                                row.getInteger("session_epoch"),
                                Boolean.TRUE.equals(row.getBoolean("expired")))));
    }

    private double oneTime() {
        return config.oneTimePassword().toSeconds();
    }

    private static AuditEvent event(String kind, @Nullable UUID by, Staff staff) {
        return new AuditEvent(
                kind,
                by,
                "staff:" + staff.id().value(),
                Map.of(
                        "login", staff.login(),
                        "roles", String.join(",", sorted(staff.roles())),
                        "active", String.valueOf(staff.active())));
    }

    private static Uni<Staff> update(SqlClient transaction, StaffId id, Change change) {
        return transaction
                .preparedQuery("""
                        update staff set name = coalesce($2, name), roles = coalesce($3, roles),
                          active = coalesce($4, active), session_epoch = session_epoch + case when $5 then 1 else 0 end
                        where id = $1 returning
                        """ + COLUMNS)
                .execute(Tuple.tuple()
                        .addUUID(id.value())
                        .addString(change.name())
                        .addArrayOfString(change.roles() == null ? null : sorted(change.roles()))
                        .addBoolean(change.active())
                        .addBoolean(change.endsSessions()))
                .map(rows -> staff(first(rows)));
    }

    private static Row first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such member of staff.");
        }
        return rows.iterator().next();
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }

    private static String[] sorted(Set<String> roles) {
        return roles.stream().sorted().toArray(String[]::new);
    }

    public static Staff staff(Row row) {
        return new Staff(
                StaffId.of(row.getUUID("id")),
                row.getString("login"),
                row.getString("name"),
                Set.of(row.getArrayOfStrings("roles")),
                Right.of(row.getArrayOfStrings("rights")),
                row.getBoolean("active"),
                row.getBoolean("must_change_password"),
                row.getBoolean("second_factor"));
    }
}
