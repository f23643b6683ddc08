package dev.yiwen.audit.trail;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to see; what is null is every one.
 *
 * @param kind {@code staff} finds {@code staff.created} too
 * @param subject the whole subject, or the id in it
 * @param until exclusive
 */
record EntryFilter(
        @Nullable String kind,
        @Nullable UUID actor,
        @Nullable String subject,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** On {@code audit_event e}; its parameters are those of {@link #parameters}. */
    static final String WHERE = """
            ($1::text is null or e.kind = $1 or starts_with(e.kind, $1 || '.'))
              and ($2::uuid is null or e.actor = $2)
              and ($3::text is null or e.subject = $3 or split_part(e.subject, ':', 2) = $3)
              and ($4::timestamptz is null or e.at >= $4) and ($5::timestamptz is null or e.at < $5)
              and ($6::bigint is null or e.number < $6)
            """;

    Tuple parameters(@Nullable Long before, int most) {
        return Tuple.tuple()
                .addString(kind)
                .addUUID(actor)
                .addString(subject)
                .addOffsetDateTime(time(from))
                .addOffsetDateTime(time(until))
                .addLong(before)
                .addInteger(most);
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
