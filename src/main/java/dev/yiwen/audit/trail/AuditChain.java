package dev.yiwen.audit.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Checks the audit log: every row's hash must be SHA-256 of the hash before it and the row, from where the log begins to the
 * head. That finds rows that were changed, taken out, put in or put elsewhere. Whoever rules the database can make a whole
 * chain anew; that is found by a head that was noted elsewhere.
 */
@Singleton
public final class AuditChain {
    private static final int AT_ONCE = 1000;

    /** As {@code audit_chain()} in the database makes it. */
    private static final String ROWS = """
            select number, hash, jsonb_build_array(number, id, (extract(epoch from at) * 1000000)::bigint,
              kind, actor, address, subject, details)::text as said
            from audit_event where number > $1 order by number limit $2
            """;

    private final Pool database;

    AuditChain(Pool database) {
        this.database = database;
    }

    /**
     * @param broken number of the first row that does not follow from the one before; absent when all is well
     * @param head number and hash of the last row, e.g. {@code 1207:9f86…}, to be noted elsewhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Verdict(
            boolean whole, long rows, @Nullable Long broken, String head) {}

    private record Place(
            long number, byte[] hash, long rows, @Nullable Long broken) {}

    public Uni<Verdict> verify() {
        return verify(null);
    }

    /** @param noted a head from before; the log must still contain it */
    public Uni<Verdict> verify(@Nullable String noted) {
        // In one snapshot, so that rows that are added meanwhile do not seem to be beyond the head.
        return database.withTransaction(open -> open.query("set transaction isolation level repeatable read, read only")
                .execute()
                .chain(() -> open.query("select * from audit_head").execute())
                .map(rows -> rows.iterator().next())
                .chain(head -> follow(
                                open,
                                new Place(
                                        head.getLong("removed"),
                                        head.getBuffer("removed_hash").getBytes(),
                                        0,
                                        null))
                        .chain(end -> contains(open, noted).map(known -> verdict(head, end, known)))));
    }

    private static Uni<Place> follow(SqlConnection open, Place from) {
        return open.preparedQuery(ROWS)
                .execute(Tuple.of(from.number(), AT_ONCE))
                .map(rows -> check(from, rows))
                .chain(to -> to.broken() != null || to.number() == from.number()
                        ? Uni.createFrom().item(to)
                        : follow(open, to));
    }

    private static Place check(Place from, RowSet<Row> rows) {
        var at = from;
        for (var row : rows) {
            var number = row.getLong("number");
            var hash = hash(at.hash(), row.getString("said"));
            if (number != at.number() + 1
                    || !Arrays.equals(hash, row.getBuffer("hash").getBytes())) {
                return new Place(at.number(), at.hash(), at.rows(), number);
            }
            at = new Place(number, hash, at.rows() + 1, null);
        }
        return at;
    }

    private static Verdict verdict(Row head, Place end, boolean known) {
        var number = head.getLong("number");
        var atHead = number == end.number()
                && Arrays.equals(end.hash(), head.getBuffer("hash").getBytes());
        var broken = end.broken() != null ? end.broken() : atHead ? null : Long.valueOf(end.number() + 1);
        return new Verdict(
                broken == null && known,
                end.rows(),
                broken,
                end.number() + ":" + HexFormat.of().formatHex(end.hash()));
    }

    private static Uni<Boolean> contains(SqlConnection open, @Nullable String noted) {
        if (noted == null) {
            return Uni.createFrom().item(true);
        }
        return open.preparedQuery("""
                        select exists (
                          select from audit_event where number::text || ':' || encode(hash, 'hex') = $1
                          union all
                          select from audit_head where removed::text || ':' || encode(removed_hash, 'hex') = $1) as known
                        """)
                .execute(Tuple.of(noted.strip()))
                .map(rows -> rows.iterator().next().getBoolean("known"));
    }

    private static byte[] hash(byte[] before, String said) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(before);
            return digest.digest(said.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
