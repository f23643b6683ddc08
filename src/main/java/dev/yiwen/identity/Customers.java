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
    private static final String SOCIAL = "social:";

    private static final String BY_PHONE = """
            select coalesce(c.merged_into, c.id) as id from customer_identity i join customer c on c.id = i.customer_id
            where i.kind = 'PHONE' and i.account = '' and i.external_id = $1
            """;

    /** Whom it leads to, and by what it is known from now on. */
    private static final String SIGNED_IN = """
            with known as (
              insert into customer (id, external_id, name, tier, host_tags) values ($1, $2, $3, $4, $5)
              on conflict (external_id) do update
                set name = coalesce(excluded.name, customer.name), tier = excluded.tier, host_tags = excluded.host_tags
              returning id, merged_into
            ), identity as (
              insert into customer_identity (id, customer_id, kind, external_id, proof)
              select $1, id, $6, $7, $8 from known where $6 is not null
              on conflict do nothing
            )
            select coalesce(merged_into, id) as id from known
            """;

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
        return pool.preparedQuery(BY_PHONE)
                .execute(Tuple.of(number))
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom()
                                .item(CustomerId.of(rows.iterator().next().getUUID("id")))
                        : signedIn(new Member(CALLER + number, null, 0, List.of())))
                .chain(this::find);
    }

    /** A customer for whoever writes from a channel; none of the host application's members. */
    Uni<CustomerId> writer(CustomerIdentities.Outside outside) {
        var channel = outside.kind() == IdentityKind.SOCIAL ? SOCIAL : WECHAT;
        return signedIn(new Member(channel + outside.account() + ":" + outside.id(), null, 0, List.of()));
    }

    /** Whether it is an external id of our own making, which no host application may claim. */
    public static boolean isReserved(String externalId) {
        return isCaller(externalId) || begins(externalId, WECHAT) || begins(externalId, SOCIAL);
    }

    public static boolean isCaller(String externalId) {
        return begins(externalId, CALLER);
    }

    private static boolean begins(String externalId, String with) {
        return externalId.regionMatches(true, 0, with, 0, with.length());
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

    /** Whom that customer's token leads to now; empty when the customer was erased, or is being erased. */
    public Uni<Optional<CustomerId>> standing(CustomerId id) {
        return pool.preparedQuery("""
                        select coalesce(merged_into, id) as id from customer c where id = $1
                          and not exists (select from customer_tombstone t where t.customer_id in (c.id, c.merged_into))
                        """)
                .execute(Tuple.of(id.value()))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(CustomerId.of(rows.iterator().next().getUUID("id"))));
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
        var id = member.externalId();
        var kind = isCaller(id) ? IdentityKind.PHONE : isReserved(id) ? null : IdentityKind.HOST;
        var proof = kind == IdentityKind.PHONE ? IdentityProof.PLATFORM : IdentityProof.HOST_TOKEN;
        return pool.preparedQuery(SIGNED_IN)
                .execute(Tuple.tuple()
                        .addUUID(Ids.next())
                        .addString(id)
                        .addString(member.name())
                        .addShort((short) member.tier())
                        .addArrayOfString(member.tags().toArray(String[]::new))
                        .addString(kind == null ? null : kind.name())
                        .addString(kind == IdentityKind.PHONE ? id.substring(CALLER.length()) : id)
                        .addString(proof.name()))
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
