package dev.yiwen.identity;

import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which outside identities lead to which customer. */
@Singleton
public final class CustomerIdentities {
    private static final String FIND = """
            select c.id as home, coalesce(c.merged_into, c.id) as customer, i.union_id
            from customer_identity i join customer c on c.id = i.customer_id
            where i.kind = $1 and i.account = $2 and i.external_id = $3
            """;

    private static final String ADD = """
            insert into customer_identity (id, customer_id, kind, account, external_id, proof) values ($1, $2, $3, $4, $5, $6)
            on conflict do nothing
            """;

    private static final String UNION = """
            update customer_identity set union_id = $4
            where kind = $1 and account = $2 and external_id = $3 and union_id is distinct from $4
            """;

    /** Others of that union id, of those who are somebody else now; a merge that somebody undid is not done again. */
    private static final String ALIKE = """
            select distinct coalesce(c.merged_into, c.id) as customer
            from customer_identity i join customer c on c.id = i.customer_id
            where i.union_id = $1 and coalesce(c.merged_into, c.id) <> $2
            limit 5
            """;

    private static final String OF = """
            select i.*, c.merged_into from customer_identity i join customer c on c.id = i.customer_id
            where coalesce(c.merged_into, c.id) = $1 order by i.proved_at, i.id limit 100
            """;

    private final Pool database;
    private final Customers customers;
    private final CustomerMerges merges;

    CustomerIdentities(Pool database, Customers customers, CustomerMerges merges) {
        this.database = database;
        this.customers = customers;
        this.merges = merges;
    }

    /** @param account of kinds that have one, else empty */
    public record Outside(IdentityKind kind, String account, String id) {
        public static Outside host(String member) {
            return new Outside(IdentityKind.HOST, "", member);
        }

        public static Outside phone(String number) {
            return new Outside(IdentityKind.PHONE, "", number);
        }

        private Tuple values() {
            return Tuple.of(kind.name(), account, id);
        }
    }

    /**
     * Whom an identity leads to.
     *
     * @param home whose it was first, whatever was joined since
     * @param customer whom it leads to now
     */
    public record Known(
            CustomerId home, CustomerId customer, @Nullable String unionId) {}

    /** An identity as staff see it. */
    public record Listed(Outside outside, IdentityProof proof, boolean byMerge, Instant at) {}

    public Uni<Optional<Known>> find(Outside outside) {
        return database.preparedQuery(FIND)
                .execute(outside.values())
                .map(rows -> first(rows).map(CustomerIdentities::known));
    }

    /** Whoever writes from a channel; a customer of their own when they were never heard of. */
    public Uni<Known> writer(Outside outside) {
        return find(outside)
                .chain(found -> found.map(it -> Uni.createFrom().item(it))
                        .orElseGet(() -> customers
                                .writer(outside)
                                .chain(home -> add(outside, home, IdentityProof.PLATFORM))
                                .chain(() -> find(outside))
                                .map(Optional::orElseThrow)));
    }

    /**
     * What the platform, or the host application, says is one person in all of its accounts. Customers whom it shows to be one are
     * joined. Best effort: what cannot be joined stays as it is.
     */
    public Uni<Known> sameUnion(Outside outside, String unionId) {
        return database.preparedQuery(UNION)
                .execute(outside.values().addString(unionId))
                .chain(() -> find(outside))
                .map(Optional::orElseThrow)
                .call(known -> joinAlike(known.customer(), unionId))
                .chain(() -> find(outside))
                .map(Optional::orElseThrow);
    }

    /** The host application vouches that an identity is its member's. */
    public Uni<Void> vouched(CustomerId member, Outside outside, IdentityProof proof) {
        return find(outside)
                .chain(found -> found.map(known -> known.customer().equals(member)
                                ? Uni.createFrom().voidItem()
                                : merges.automatically(member, known.customer(), proof))
                        .orElseGet(() -> add(outside, member, proof)));
    }

    /** Oldest first. */
    public Uni<List<Listed>> of(CustomerId customer) {
        return database.preparedQuery(OF)
                .execute(Tuple.of(customer.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(CustomerIdentities::listed)
                        .toList());
    }

    private Uni<Void> joinAlike(CustomerId customer, String unionId) {
        return database.preparedQuery(ALIKE)
                .execute(Tuple.of(unionId, customer.value()))
                .chain(rows -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (var row : rows) {
                        var other = CustomerId.of(row.getUUID("customer"));
                        all = all.chain(() -> merges.automatically(customer, other, IdentityProof.UNION_ID));
                    }
                    return all;
                });
    }

    private Uni<Void> add(Outside outside, CustomerId home, IdentityProof proof) {
        return database.preparedQuery(ADD)
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addUUID(home.value())
                        .addString(outside.kind().name())
                        .addString(outside.account())
                        .addString(outside.id())
                        .addString(proof.name()))
                .replaceWithVoid();
    }

    private static Known known(Row row) {
        return new Known(
                CustomerId.of(row.getUUID("home")), CustomerId.of(row.getUUID("customer")), row.getString("union_id"));
    }

    private static Listed listed(Row row) {
        return new Listed(
                new Outside(
                        IdentityKind.valueOf(row.getString("kind")),
                        row.getString("account"),
                        row.getString("external_id")),
                IdentityProof.valueOf(row.getString("proof")),
                row.getUUID("merged_into") != null,
                row.getOffsetDateTime("proved_at").toInstant());
    }

    private static Optional<Row> first(Iterable<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).findFirst();
    }
}
