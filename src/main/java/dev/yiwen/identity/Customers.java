package dev.yiwen.identity;

import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.List;

/** The customers of this installation. */
@Singleton
public final class Customers {
    private static final String COLUMNS = "id, external_id, name, tier, created_at, tags";

    private final Pool pool;

    Customers(Pool pool) {
        this.pool = pool;
    }

    public Uni<Customer> find(CustomerId id) {
        return pool.preparedQuery("select " + COLUMNS + " from customer where id = $1")
                .execute(Tuple.of(id.value()))
                .map(Customers::only);
    }

    /** A new visitor without a name. */
    public Uni<Customer> visitor() {
        return pool.preparedQuery("insert into customer (id) values ($1) returning " + COLUMNS)
                .execute(Tuple.of(Ids.next()))
                .map(Customers::only);
    }

    /** The customer whom a telephone number names; the number serves as the external id of someone not signed in. */
    public Uni<Customer> caller(String number) {
        return signedIn(new Member("tel:" + number, null, 0)).chain(this::find);
    }

    /** In the place of those before. */
    public Uni<Customer> tag(CustomerId id, List<String> tags) {
        return pool.preparedQuery("update customer set tags = $2 where id = $1 returning " + COLUMNS)
                .execute(Tuple.of(id.value(), tags.toArray(String[]::new)))
                .map(Customers::only);
    }

    /** The customer of a member of the host application, with the name and tier that it gave last. */
    Uni<CustomerId> signedIn(Member member) {
        return pool.preparedQuery("""
                        insert into customer (id, external_id, name, tier) values ($1, $2, $3, $4)
                        on conflict (external_id) do update
                          set name = coalesce(excluded.name, customer.name), tier = excluded.tier
                        returning id
                        """)
                .execute(Tuple.of(Ids.next(), member.externalId(), member.name(), (short) member.tier()))
                .map(rows -> CustomerId.of(rows.iterator().next().getUUID("id")));
    }

    private static Customer only(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such customer.");
        }
        var row = rows.iterator().next();
        return new Customer(
                CustomerId.of(row.getUUID("id")),
                row.getString("external_id"),
                row.getString("name"),
                row.getShort("tier"),
                row.getOffsetDateTime("created_at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                List.of(row.getArrayOfStrings("tags")));
    }
}
