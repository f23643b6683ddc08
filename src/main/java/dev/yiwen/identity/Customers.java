package dev.yiwen.identity;

import dev.yiwen.shared.Ids;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** The customers of this installation. */
@Singleton
public final class Customers {
    private static final String COLUMNS = "id, external_id, name, tier, created_at, tags, host_tags";

    /** The row is locked first, so that of two who change the tags at once each sees what the other did. */
    private static final String TAG = """
            with before as (
              select tags from customer where id = $1 for update
            ), noted as (
              insert into customer_tag_change (customer_id, by, added, removed)
              select $1, $3, added, removed from before
              cross join lateral (
                select array(select unnest($2::text[]) except select unnest(tags) order by 1) as added,
                  array(select unnest(tags) except select unnest($2::text[]) order by 1) as removed) changes
              where added <> '{}' or removed <> '{}'
            )
            update customer c set tags = $2 from before where c.id = $1 returning c.""" + COLUMNS.replace(", ", ", c.");

    private static final int MOST_CHANGES = 50;
    /** Begins the external ids of callers; no host application's member has such a one. */
    private static final String CALLER = "tel:";

    private static final String WECHAT = "wechat:";

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
        return signedIn(new Member(CALLER + number, null, 0, List.of())).chain(this::find);
    }

    /** Whoever writes from that account of a messenger; none of the host application's members. */
    public Uni<CustomerId> writer(String messenger, String account, String person) {
        return signedIn(new Member(messenger + ":" + account + ":" + person, null, 0, List.of()));
    }

    /** Whether it is an external id of our own making, which no host application may claim. */
    public static boolean isReserved(String externalId) {
        return isCaller(externalId) || externalId.regionMatches(true, 0, WECHAT, 0, WECHAT.length());
    }

    public static boolean isCaller(String externalId) {
        return externalId.regionMatches(true, 0, CALLER, 0, CALLER.length());
    }

    /** In the place of those before; who changed what is kept. */
    public Uni<Customer> tag(CustomerId id, List<String> tags, StaffId by) {
        return pool.preparedQuery(TAG)
                .execute(Tuple.of(id.value(), tags.toArray(String[]::new), by.value()))
                .map(Customers::only);
    }

    /** Newest first. */
    public Uni<List<TagChange>> tagChanges(CustomerId id) {
        return pool.preparedQuery("""
                        select t.at, s.name, t.added, t.removed from customer_tag_change t join staff s on s.id = t.by
                        where t.customer_id = $1 order by t.at desc limit $2
                        """)
                .execute(Tuple.of(id.value(), MOST_CHANGES))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> new TagChange(
                                row.getOffsetDateTime("at").toInstant(),
                                row.getString("name"),
                                List.of(row.getArrayOfStrings("added")),
                                List.of(row.getArrayOfStrings("removed"))))
                        .toList());
    }

    /** Empty when the customer was erased, or is being erased. */
    public Uni<Optional<CustomerId>> standing(CustomerId id) {
        return pool.preparedQuery("""
                        select exists (select from customer where id = $1)
                          and not exists (select from customer_tombstone where customer_id = $1)
                        """)
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.iterator().next().getBoolean(0) ? Optional.of(id) : Optional.empty());
    }

    /** The customer of a member, unless the token was issued before the member was erased. */
    public Uni<Optional<CustomerId>> returned(Member member, Instant issuedAt) {
        return pool.preparedQuery("""
                        select from customer_tombstone
                        where external = sha256(convert_to($1, 'UTF8')) and at >= $2 and at > now() - interval '25 hours'
                        """)
                .execute(Tuple.of(member.externalId(), issuedAt.atOffset(ZoneOffset.UTC)))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().item(Optional.empty())
                        : signedIn(member).map(Optional::of));
    }

    /** The customer of a member of the host application, with the name and tier that it gave last. */
    Uni<CustomerId> signedIn(Member member) {
        return pool.preparedQuery("""
                        insert into customer (id, external_id, name, tier, host_tags) values ($1, $2, $3, $4, $5)
                        on conflict (external_id) do update
                          set name = coalesce(excluded.name, customer.name), tier = excluded.tier, host_tags = excluded.host_tags
                        returning id
                        """)
                .execute(Tuple.of(
                        Ids.next(),
                        member.externalId(),
                        member.name(),
                        (short) member.tier(),
                        member.tags().toArray(String[]::new)))
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
                List.of(row.getArrayOfStrings("tags")),
                List.of(row.getArrayOfStrings("host_tags")));
    }
}
