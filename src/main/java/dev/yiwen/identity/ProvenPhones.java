package dev.yiwen.identity;

import dev.yiwen.shared.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Telephone numbers from which a code came back. A number that nobody has leads to that customer from now on; one that leads to another
 * goes on to do so, for numbers are given away and shared, and staff are told that it is proved.
 */
@Singleton
public final class ProvenPhones {
    private static final String PROVE = """
            with proof as (
              insert into phone_proof (id, customer_id, number) values ($1, $2, $3)
              on conflict (customer_id, number) do update set proved_at = now()
            )
            insert into customer_identity as i (id, customer_id, kind, account, external_id, proof)
            values ($1, $2, 'PHONE', '', $3, 'PHONE_CODE')
            on conflict (kind, account, external_id) do update set proof = 'PHONE_CODE', proved_at = now()
              where i.proof in ('PLATFORM', 'AGENT') and exists (
                select from customer a join customer b on coalesce(a.merged_into, a.id) = coalesce(b.merged_into, b.id)
                where a.id = i.customer_id and b.id = $2)
            """;

    private static final String OF = """
            select p.number, max(p.proved_at) as at from phone_proof p join customer c on c.id = p.customer_id
            where p.customer_id = $1 or c.merged_into = $1 group by p.number order by 2 desc limit 10
            """;

    private final Pool database;

    ProvenPhones(Pool database) {
        this.database = database;
    }

    /** @param number E.164 */
    public record Proven(String number, Instant at) {}

    public Uni<Void> prove(SqlConnection transaction, CustomerId customer, String number) {
        UUID id = Ids.next();
        return transaction
                .preparedQuery(PROVE)
                .execute(Tuple.of(id, customer.value(), number))
                .replaceWithVoid();
    }

    /** The last first. */
    public Uni<List<Proven>> of(CustomerId customer) {
        return database.preparedQuery(OF)
                .execute(Tuple.of(customer.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new Proven(
                                row.getString("number"),
                                row.getOffsetDateTime("at").toInstant()))
                        .toList());
    }

    public Uni<Optional<String>> last(CustomerId customer) {
        return of(customer).map(all -> all.stream().findFirst().map(Proven::number));
    }
}
