package dev.yiwen.identity.role;

import dev.yiwen.identity.Right;
import dev.yiwen.identity.RolesWith;
import dev.yiwen.identity.Staff;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may give rights. A guarded one ({@link Right#guarded}) is given only by who holds it, and nobody gives themselves any;
 * somebody who manages staff always remains.
 */
public final class Giving {
    /** Whoever gives, takes or defines rights waits here for the others: what one of them reads stays true. */
    private static final String TURN = "select id from staff_role where name = 'ADMIN' for update";

    private static final String SOMEBODY =
            "select 1 from staff where active and roles && " + RolesWith.sql(Right.STAFF) + " limit 1";

    private Giving() {}

    /** What that person may give to somebody else; nothing without the right to manage staff. */
    public static Set<Right> givable(Staff by) {
        return by.may(Right.STAFF)
                ? Stream.of(Right.values())
                        .filter(it -> !it.guarded() || by.may(it))
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class)))
                : Set.of();
    }

    /** @throws Problem {@code RIGHTS_NOT_YOURS} when one of these is not that person's to give to somebody else */
    public static void require(Staff by, Set<Right> rights) {
        var givable = givable(by);
        refuse(rights.stream()
                .filter(it -> !givable.contains(it))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class))));
    }

    /** @throws Problem {@code RIGHTS_NOT_YOURS} when that person would gain any of these by their own hand */
    public static void requireHeld(Staff by, Set<Right> rights) {
        refuse(rights.stream()
                .filter(it -> !by.may(it))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Right.class))));
    }

    private static void refuse(Set<Right> missing) {
        if (!missing.isEmpty()) {
            throw new Problem(
                    Problem.Kind.RIGHTS_NOT_YOURS,
                    "Nobody gives rights that they do not hold: "
                            + missing.stream().map(Right::name).collect(Collectors.joining(", ")) + ".");
        }
    }

    public static Uni<Void> turn(SqlClient transaction) {
        return transaction.query(TURN).execute().replaceWithVoid();
    }

    /** Fails with {@code LAST_STAFF_MANAGER} when nobody would be left who can manage staff. */
    public static Uni<Void> requireSomebody(SqlClient transaction) {
        return transaction
                .query(SOMEBODY)
                .execute()
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new Problem(
                                Problem.Kind.LAST_STAFF_MANAGER,
                                "Somebody active must keep the right to manage staff.");
                    }
                })
                .replaceWithVoid();
    }
}
