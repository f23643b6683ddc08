package dev.yiwen.identity;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Signals;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Joins customers who are one person, and parts them again. Rows move to the one who goes on; what moved is written down. Nobody
 * can be two members of the host application.
 */
@Singleton
public final class CustomerMerges {
    /** A signal with the id of a customer who is another now, or has only their own again: sockets come anew. */
    public static final String MOVED_SIGNAL = "customer-moved";

    private static final Logger LOG = Logger.getLogger(CustomerMerges.class);
    private static final String UNIQUE_VIOLATION = "23505";

    /** Locked in one order. The one who is signed in goes on, else the one who was here first. */
    private static final String LOCK = """
            select c.*, exists (select from customer_identity i join customer h on h.id = i.customer_id
                where i.kind = 'HOST' and coalesce(h.merged_into, h.id) = c.id) as signed_in,
              exists (select from customer_tombstone t where t.customer_id = c.id) as erased
            from customer c where c.id = any($1) and c.merged_into is null order by c.id for update
            """;

    private static final String ROOTS = "select id, coalesce(merged_into, id) as root from customer where id = any($1)";

    private static final String PARTED_BEFORE = """
            select exists (select from customer_merge m
              where m.split_at is not null and (m.survivor = any($1) and m.absorbed = any($2) or m.survivor = any($2) and m.absorbed = any($1)))
            """;

    private static final String NOTE = """
            insert into customer_merge (id, survivor, absorbed, members, moved, tags_added, proof, reason, merged_by)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    private final Pool database;
    private final MovedRows rows;
    private final AuditLog log;
    private final Signals signals;

    CustomerMerges(Pool database, MovedRows rows, AuditLog log, Signals signals) {
        this.database = database;
        this.rows = rows;
        this.log = log;
        this.signals = signals;
    }

    /** Why two are one. Of staff with a reason in words. */
    public record Basis(
            IdentityProof proof,
            @Nullable String reason,
            @Nullable StaffId by) {}

    private record Person(UUID id, boolean signedIn, List<String> tags, Row row) {}

    /**
     * The number of the merge; empty when they are one already. Fails with {@code TWO_SIGNED_IN} when both are members of the host
     * application, and with {@code NOT_FOUND} when one is no more.
     */
    public Uni<Optional<UUID>> merge(CustomerId one, CustomerId other, Basis basis) {
        return settled(one, other, (a, b) -> inTransaction(a, b, basis), 3);
    }

    /** Where the proof does it alone: what cannot be joined, or was parted by somebody, stays as it is. */
    Uni<Void> automatically(CustomerId one, CustomerId other, IdentityProof proof) {
        return membersOf(one)
                .chain(a -> membersOf(other).chain(b -> partedBefore(a, b)))
                .chain(parted -> parted
                        ? Uni.createFrom().voidItem()
                        : merge(one, other, new Basis(proof, null, null)).replaceWithVoid())
                .onFailure(Problem.class)
                .invoke(e -> LOG.infof("Two customers stay two: %s", e.getMessage()))
                .onFailure(Problem.class)
                .recoverWithNull();
    }

    /**
     * Each has their own again: what was moved, and of what came since what can be told apart. Fails with {@code NOT_FOUND} when
     * there is no such merge of this customer's, and with {@code CONFLICT} when it was undone.
     */
    public Uni<Void> split(CustomerId customer, UUID merge, String reason, StaffId by) {
        return database.withTransaction(open -> open.preparedQuery(
                                "select * from customer_merge where id = $1 and $2 in (survivor, absorbed) for update")
                        .execute(Tuple.of(merge, customer.value()))
                        .map(rows -> first(rows)
                                .orElseThrow(() -> new Problem(
                                        Problem.Kind.NOT_FOUND, "There is no such merge of this customer.")))
                        .invoke(row -> {
                            if (row.getOffsetDateTime("split_at") != null) {
                                throw new Problem(Problem.Kind.CONFLICT, "These customers were parted already.");
                            }
                        })
                        .call(row -> rows.giveBack(open, row))
                        .call(row -> open.preparedQuery(
                                        "update customer_merge set split_at = now(), split_by = $2, split_reason = $3 where id = $1")
                                .execute(Tuple.of(merge, by.value(), reason)))
                        .call(row -> log.append(
                                open,
                                new AuditEvent(
                                        AuditKind.CUSTOMERS_PARTED,
                                        by.value(),
                                        "customer:" + row.getUUID("survivor"),
                                        Map.of(
                                                "customer",
                                                row.getUUID("absorbed").toString(),
                                                "merge",
                                                merge.toString())))))
                .call(row -> signals.send(MOVED_SIGNAL, row.getUUID("survivor").toString()))
                .replaceWithVoid();
    }

    private Uni<Optional<UUID>> settled(
            CustomerId one, CustomerId other, BiFunction<UUID, UUID, Uni<Optional<UUID>>> then, int tries) {
        return roots(one, other)
                .chain(roots -> roots.get(0).equals(roots.get(1))
                        ? Uni.createFrom().item(Optional.<UUID>empty())
                        : rows.inTurn(it -> it.settle(CustomerId.of(roots.get(0)), CustomerId.of(roots.get(1))))
                                .chain(() -> then.apply(roots.get(0), roots.get(1)))
                                .onFailure(e -> tries > 1 && isTaken(e))
                                .recoverWithUni(() -> settled(one, other, then, tries - 1)));
    }

    /** Somebody wrote in between, so that there were two open conversations again. */
    private static boolean isTaken(Throwable failure) {
        return failure instanceof PgException e && UNIQUE_VIOLATION.equals(e.getSqlState());
    }

    private Uni<Optional<UUID>> inTransaction(UUID one, UUID other, Basis basis) {
        var id = Ids.next();
        return database.withTransaction(open -> open.preparedQuery(LOCK)
                .execute(Tuple.of(new UUID[] {one, other}))
                .map(rows -> ordered(rows, one))
                .chain(both -> join(open, id, both.get(0), both.get(1), basis))
                .replaceWith(Optional.of(id)));
    }

    /** Who goes on first. */
    private static List<Person> ordered(Iterable<Row> rows, UUID one) {
        var people = StreamSupport.stream(rows.spliterator(), false)
                .filter(row -> !row.getBoolean("erased"))
                .map(row -> new Person(
                        row.getUUID("id"), row.getBoolean("signed_in"), List.of(row.getArrayOfStrings("tags")), row))
                .toList();
        if (people.size() < 2) {
            throw new Problem(Problem.Kind.NOT_FOUND, "One of these customers is no more, or has just been joined.");
        }
        var first = people.get(0);
        var second = people.get(1);
        if (first.signedIn() && second.signedIn()) {
            throw new Problem(
                    Problem.Kind.TWO_SIGNED_IN,
                    "Both are signed in to the host application, as different members; they are two people to it.");
        }
        var older =
                first.row().getOffsetDateTime("created_at").isAfter(second.row().getOffsetDateTime("created_at"));
        boolean swap = first.signedIn() == second.signedIn() ? older : second.signedIn();
        return swap ? List.of(second, first) : List.of(first, second);
    }

    private Uni<Void> join(SqlConnection open, UUID id, Person survivor, Person absorbed, Basis basis) {
        var added = absorbed.tags().stream()
                .filter(it -> !survivor.tags().contains(it))
                .toArray(String[]::new);
        var by = basis.by() == null ? null : basis.by().value();
        return rows.members(open, absorbed.id())
                .chain(members -> rows.move(open, survivor.id(), absorbed.id())
                        .chain(moved -> open.preparedQuery(NOTE)
                                .execute(Tuple.tuple()
                                        .addUUID(id)
                                        .addUUID(survivor.id())
                                        .addUUID(absorbed.id())
                                        .addArrayOfUUID(members)
                                        .addJsonObject(moved)
                                        .addArrayOfString(added)
                                        .addString(basis.proof().name())
                                        .addString(basis.reason())
                                        .addUUID(by)))
                        .chain(() -> open.preparedQuery("update customer set merged_into = $2 where id = any($1)")
                                .execute(Tuple.of(members, survivor.id()))))
                .chain(() -> open.preparedQuery("update customer set tags = tags || $2 where id = $1")
                        .execute(Tuple.of(survivor.id(), added)))
                .chain(() -> rows.inTurn(it -> it.merged(open, CustomerId.of(survivor.id()))))
                .chain(() -> log.append(open, joined(survivor, absorbed, id, basis)))
                .chain(() -> open.preparedQuery("select pg_notify($1, $2)::text, pg_notify($1, $3)::text")
                        .execute(Tuple.of(
                                MOVED_SIGNAL,
                                absorbed.id().toString(),
                                survivor.id().toString())))
                .replaceWithVoid();
    }

    /** Why in words stands with the merge, which is erased with the customer; the log names them by id alone. */
    private static AuditEvent joined(Person survivor, Person absorbed, UUID merge, Basis basis) {
        return new AuditEvent(
                AuditKind.CUSTOMERS_JOINED,
                basis.by() == null ? null : basis.by().value(),
                "customer:" + survivor.id(),
                Map.of(
                        "customer", absorbed.id().toString(),
                        "merge", merge.toString(),
                        "proof", basis.proof().name()));
    }

    private Uni<UUID[]> membersOf(CustomerId customer) {
        return database.withConnection(open -> rows.members(open, customer.value()));
    }

    private Uni<Boolean> partedBefore(UUID[] some, UUID[] others) {
        return database.preparedQuery(PARTED_BEFORE)
                .execute(Tuple.tuple().addArrayOfUUID(some).addArrayOfUUID(others))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<List<UUID>> roots(CustomerId one, CustomerId other) {
        return database.preparedQuery(ROOTS)
                .execute(Tuple.of(new UUID[] {one.value(), other.value()}))
                .map(rows -> {
                    var found = new HashMap<UUID, UUID>();
                    rows.forEach(row -> found.put(row.getUUID("id"), row.getUUID("root")));
                    var a = found.get(one.value());
                    var b = found.get(other.value());
                    if (a == null || b == null) {
                        throw new Problem(Problem.Kind.NOT_FOUND, "There is no such customer.");
                    }
                    return List.of(a, b);
                });
    }

    private static Optional<Row> first(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
