package dev.yiwen.identity;

import dev.yiwen.audit.CustomerData;
import dev.yiwen.audit.Erasure;
import dev.yiwen.audit.PersonalTable;
import dev.yiwen.audit.PersonalTable.Depth;
import dev.yiwen.audit.Retained;
import dev.yiwen.audit.Scope;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/** Who a customer is: for export and erasure, and gone after a while when nothing else is left of them. */
@Singleton
final class CustomerRecords implements CustomerData, Retained {
    private static final String FIND = """
            select coalesce(u.merged_into, u.id) as id from customer u
            where u.id::text = lower($1) or u.external_id in ($1, 'tel:' || $1, 'tel:' || $2) or u.name = $1
              or u.id in (select i.customer_id from customer_identity i where i.external_id in ($1, $2))
            group by 1 order by max(u.created_at) desc limit 20
            """;

    // Reads rows of other features: whoever has any of these is still a customer.
    private static final String FORGOTTEN = """
            select u.id from customer u
            where u.created_at < $1 and u.merged_into is null
              and not exists (select from conversation c where c.customer_id = u.id)
              and not exists (select from ticket k where k.customer_id = u.id)
              and not exists (select from held_customer h where h.customer_id = u.id)
            order by u.created_at limit $2 for update skip locked
            """;

    /** No token of the host application lives longer than a day. */
    private static final String FORGET_EXTERNAL =
            "update customer_tombstone set external = null where external is not null and at < now() - interval '2 days'";

    private final Pool database;
    private final Erasure erasure;

    CustomerRecords(Pool database, Erasure erasure) {
        this.database = database;
        this.erasure = erasure;
    }

    @Override
    public List<PersonalTable> tables() {
        return List.of(
                PersonalTable.ofCustomer("customer_tag_change", "by"),
                PersonalTable.ofCustomer("customer_identity"),
                PersonalTable.ofCustomer("phone_code", "code_hash"),
                PersonalTable.ofCustomer("phone_proof"),
                PersonalTable.ofCustomer("customer_merge", "merged_by", "split_by", "moved")
                        .where("t.survivor = any($1::uuid[]) or t.absorbed = any($1::uuid[])"),
                // Of shared.RateLimit, which imports nothing: how often a customer did something lately.
                PersonalTable.ofCustomer("rate_limit").where("t.subject = any($1::uuid[]::text[])"),
                PersonalTable.ofCustomer("customer")
                        .where("t.id = any($1::uuid[])")
                        .at(Depth.CUSTOMER));
    }

    @Override
    public Uni<List<UUID>> find(String words) {
        return database.preparedQuery(FIND)
                .execute(Tuple.of(words, PhoneNumbers.e164(words).orElse(null)))
                .map(CustomerRecords::ids);
    }

    @Override
    public Kind kind() {
        return Kind.CUSTOMERS;
    }

    @Override
    public Uni<Long> remove(OffsetDateTime before, int most) {
        return database.query(FORGET_EXTERNAL)
                .execute()
                .chain(() -> erasure.erase(open -> open.preparedQuery(FORGOTTEN)
                        .execute(Tuple.of(before, most))
                        .map(CustomerRecords::ids)
                        .chain(ids -> withMerged(open, ids))));
    }

    private static Uni<Scope> withMerged(SqlConnection open, List<UUID> ids) {
        return open.preparedQuery("select id from customer where id = any($1) or merged_into = any($1)")
                .execute(Tuple.tuple().addArrayOfUUID(ids.toArray(UUID[]::new)))
                .map(rows -> Scope.ofCustomers(ids(rows)));
    }

    private static List<UUID> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getUUID("id"))
                .toList();
    }
}
