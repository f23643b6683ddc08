package dev.yiwen.identity;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which customers are one now and why, and whom somebody may mean who wants to join two. */
@Singleton
public final class StandingMerges {
    private static final String OF = """
            select m.id, m.proof, m.reason, m.merged_at, s.name as by, a.name, a.external_id,
              jsonb_array_length(coalesce(m.moved -> 'conversation', '[]')) as conversations
            from customer_merge m join customer a on a.id = m.absorbed left join staff s on s.id = m.merged_by
            where m.survivor = $1 and m.split_at is null order by m.merged_at desc
            """;

    /** Whole names, numbers and ids alone: nobody leafs through customers. */
    private static final String FOUND = """
            with meant as (
              select coalesce(u.merged_into, u.id) as id from customer u
              where u.id::text = lower($1) or u.external_id in ($1, 'tel:' || $1, 'tel:' || $2) or u.name = $1
              union
              select coalesce(u.merged_into, u.id) from customer_identity i join customer u on u.id = i.customer_id
              where i.external_id in ($1, $2)
              union
              select coalesce(u.merged_into, u.id) from phone_proof p join customer u on u.id = p.customer_id
              where p.number in ($1, $2)
              union
              select c.customer_id from conversation c where c.id::text = lower($1)
            )
            select c.id, c.name, c.external_id, c.tier, c.created_at, v.opened_at as last_at,
              (select count(*) from conversation n where n.customer_id = c.id and n.last_seq > 0) as conversations,
              exists (select from customer_identity i join customer h on h.id = i.customer_id
                where i.kind = 'HOST' and coalesce(h.merged_into, h.id) = c.id) as signed_in
            from meant join customer c on c.id = meant.id
            left join lateral (select opened_at from conversation v where v.customer_id = c.id and v.last_seq > 0
              order by opened_at desc limit 1) v on true
            order by v.opened_at desc nulls last limit 10
            """;

    private final Pool database;

    StandingMerges(Pool database) {
        this.database = database;
    }

    /** @param by who of staff did it; null when the proof did it alone */
    public record Standing(
            UUID id,
            @Nullable String name,
            @Nullable String externalId,
            int conversations,
            IdentityProof proof,
            @Nullable String reason,
            @Nullable String by,
            Instant at) {}

    public record Candidate(
            UUID id,
            @Nullable String name,
            @Nullable String externalId,
            int tier,
            boolean signedIn,
            int conversations,
            Instant since,
            @Nullable Instant lastAt) {}

    /** Newest first. */
    public Uni<List<Standing>> of(CustomerId customer) {
        return database.preparedQuery(OF)
                .execute(Tuple.of(customer.value()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StandingMerges::standing)
                        .toList());
    }

    /** By the whole name, telephone number, id outside or here, or the id of a conversation. Fails with {@code INVALID}. */
    public Uni<List<Candidate>> find(String words, CustomerId except) {
        var meant = words.strip();
        if (meant.length() < 2 || meant.length() > 128) {
            throw new Problem(Problem.Kind.INVALID, "\"q\" has 2 to 128 characters.");
        }
        return database.preparedQuery(FOUND)
                .execute(Tuple.of(meant, PhoneNumbers.e164(meant).orElse(meant)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(StandingMerges::candidate)
                        .filter(it -> !it.id().equals(except.value()))
                        .toList());
    }

    private static Standing standing(Row row) {
        return new Standing(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("external_id"),
                row.getInteger("conversations"),
                IdentityProof.valueOf(row.getString("proof")),
                row.getString("reason"),
                row.getString("by"),
                row.getOffsetDateTime("merged_at").toInstant());
    }

    private static Candidate candidate(Row row) {
        return new Candidate(
                row.getUUID("id"),
                row.getString("name"),
                row.getString("external_id"),
                row.getShort("tier"),
                row.getBoolean("signed_in"),
                row.getLong("conversations").intValue(),
                row.getOffsetDateTime("created_at").toInstant(),
                instant(row.getOffsetDateTime("last_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
