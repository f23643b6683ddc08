package dev.yiwen.identity.role;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.Staff;
import dev.yiwen.identity.session.SessionEnds;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The roles of this company. A change holds at once: requests read rights anew, sockets are closed and opened with them. */
@Singleton
public final class StaffRoles {
    /** Longer lists are nobody's to oversee. */
    private static final int MOST = 50;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String ALL = """
            select r.*, array(select s.name from staff s where r.name = any(s.roles) order by s.login) as holders
            from staff_role r
            """;

    private final Pool pool;
    private final SessionEnds ends;
    private final AuditLog log;

    StaffRoles(Pool pool, SessionEnds ends, AuditLog log) {
        this.pool = pool;
        this.ends = ends;
        this.log = log;
    }

    /** Those that every installation has stand first. */
    public Uni<List<StaffRole>> all() {
        return pool.query(ALL
                        + " order by not built_in, array_position('{AGENT,EDITOR,SUPERVISOR,ADMIN}', r.name), r.name")
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StaffRoles::role)
                        .toList());
    }

    /** What these amount to; {@code INVALID} when there is none of a name. */
    public static Uni<Set<Right>> rights(SqlClient transaction, Collection<String> names) {
        return transaction
                .preparedQuery("select name, rights from staff_role where name = any($1)")
                .execute(Tuple.of(names.toArray(String[]::new)))
                .map(rows -> {
                    var unknown = new HashSet<>(names);
                    var rights = EnumSet.noneOf(Right.class);
                    for (var row : rows) {
                        unknown.remove(row.getString("name"));
                        rights.addAll(Right.of(row.getArrayOfStrings("rights")));
                    }
                    if (!unknown.isEmpty()) {
                        throw new Problem(Problem.Kind.INVALID, "There is no role " + String.join(", ", unknown) + ".");
                    }
                    return rights;
                });
    }

    public Uni<StaffRole> create(String name, Set<Right> rights, Staff by) {
        Giving.require(by, rights);
        var asked = log.requester();
        return distinct(pool.withTransaction(transaction -> Giving.turn(transaction)
                .chain(() -> requireRoom(transaction))
                .chain(() -> transaction
                        .preparedQuery("insert into staff_role (id, name, rights) values ($1, $2, $3)")
                        .execute(Tuple.of(Ids.next(), name, names(rights))))
                .chain(() -> named(transaction, name))
                .call(it -> log.append(transaction, event(AuditKind.ROLE_CREATED, asked, it)))));
    }

    /** {@code CONFLICT} for one that every installation has, or a name that is taken. */
    public Uni<StaffRole> change(UUID id, String name, Set<Right> rights, Staff by) {
        var asked = log.requester();
        return distinct(ends.rightsChanged(transaction -> Giving.turn(transaction)
                .chain(() -> own(transaction, id))
                .invoke(before -> requireMayAdd(by, before, rights))
                .call(before -> update(transaction, before, name, rights))
                .call(() -> Giving.requireSomebody(transaction))
                .chain(() -> named(transaction, name))
                .call(it -> log.append(transaction, event(AuditKind.ROLE_CHANGED, asked, it)))));
    }

    /** {@code ROLE_IN_USE} while somebody has it. */
    public Uni<Void> delete(UUID id) {
        var asked = log.requester();
        return pool.withTransaction(transaction -> Giving.turn(transaction)
                .chain(() -> own(transaction, id))
                .invoke(it -> {
                    if (!it.holders().isEmpty()) {
                        throw new Problem(Problem.Kind.ROLE_IN_USE, "Somebody has this role.");
                    }
                })
                .call(() -> transaction
                        .preparedQuery("delete from staff_role where id = $1")
                        .execute(Tuple.of(id)))
                .call(it -> log.append(transaction, event(AuditKind.ROLE_DELETED, asked, it)))
                .replaceWithVoid());
    }

    private static void requireMayAdd(Staff by, StaffRole before, Set<Right> rights) {
        var added = EnumSet.noneOf(Right.class);
        added.addAll(Right.whole(rights));
        added.removeAll(before.rights());
        Giving.require(by, added);
        if (by.roles().contains(before.name())) {
            Giving.requireHeld(by, added);
        }
    }

    private static Uni<Void> update(SqlConnection transaction, StaffRole before, String name, Set<Right> rights) {
        return transaction
                .preparedQuery("update staff_role set name = $2, rights = $3, changed_at = now() where id = $1")
                .execute(Tuple.of(before.id(), name, names(rights)))
                .chain(() -> transaction
                        .preparedQuery("update staff set roles = array_replace(roles, $1, $2) where $1 = any(roles)")
                        .execute(Tuple.of(before.name(), name)))
                .replaceWithVoid();
    }

    private static Uni<StaffRole> own(SqlClient transaction, UUID id) {
        return transaction
                .preparedQuery(ALL + " where r.id = $1")
                .execute(Tuple.of(id))
                .map(StaffRoles::first)
                .invoke(it -> {
                    if (it.builtIn()) {
                        throw new Problem(
                                Problem.Kind.CONFLICT, "This role is the same everywhere; make one of your own.");
                    }
                });
    }

    private static Uni<StaffRole> named(SqlClient transaction, String name) {
        return transaction
                .preparedQuery(ALL + " where r.name = $1")
                .execute(Tuple.of(name))
                .map(StaffRoles::first);
    }

    private static Uni<Void> requireRoom(SqlClient transaction) {
        return transaction
                .query("select count(*) from staff_role")
                .execute()
                .invoke(rows -> {
                    if (rows.iterator().next().getLong(0) >= MOST) {
                        throw new Problem(Problem.Kind.CONFLICT, "There are " + MOST + " roles already.");
                    }
                })
                .replaceWithVoid();
    }

    private static <T> Uni<T> distinct(Uni<T> change) {
        return change.onFailure(e -> e instanceof PgException pg && UNIQUE_VIOLATION.equals(pg.getSqlState()))
                .transform(e -> new Problem(Problem.Kind.CONFLICT, "There is already a role with this name."));
    }

    private static StaffRole first(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such role.");
        }
        return role(rows.iterator().next());
    }

    private static StaffRole role(Row row) {
        return new StaffRole(
                row.getUUID("id"),
                row.getString("name"),
                Right.of(row.getArrayOfStrings("rights")),
                row.getBoolean("built_in"),
                List.of(row.getArrayOfStrings("holders")));
    }

    private static String[] names(Set<Right> rights) {
        return Right.whole(rights).stream().map(Right::name).sorted().toArray(String[]::new);
    }

    private static AuditEvent event(String kind, @Nullable UUID by, StaffRole role) {
        return new AuditEvent(
                kind,
                by,
                "role:" + role.id(),
                Map.of(
                        "role",
                        role.name(),
                        "rights",
                        role.rights().stream().map(Right::name).sorted().collect(Collectors.joining(","))));
    }
}
