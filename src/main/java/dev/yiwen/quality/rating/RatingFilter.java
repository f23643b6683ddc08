package dev.yiwen.quality.rating;

import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.HomeZone;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which ratings somebody wants to see; what is null or empty is every one.
 *
 * @param withoutAgent of conversations that nobody but the bot had
 * @param from first day, in the company's zone
 * @param to last day
 * @param worded with words of the customer's alone
 */
record RatingFilter(
        @Nullable StaffId agent,
        boolean withoutAgent,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Set<Integer> scores,
        boolean worded) {

    /** On ratings {@code r}; its parameters are those of {@link #parameters}. */
    static final String CONDITION = """
            ($1::uuid is null or r.agent_id = $1) and (not $2 or r.agent_id is null)
              and ($3::timestamptz is null or r.at >= $3) and ($4::timestamptz is null or r.at < $4)
              and (cardinality($5::integer[]) = 0 or r.score = any ($5)) and (not $6 or r.comment is not null)
            """;

    Tuple parameters() {
        return Tuple.tuple()
                .addUUID(agent == null ? null : agent.value())
                .addBoolean(withoutAgent)
                .addOffsetDateTime(from == null ? null : midnight(from))
                .addOffsetDateTime(to == null ? null : midnight(to.plusDays(1)))
                .addArrayOfInteger(scores.toArray(Integer[]::new))
                .addBoolean(worded);
    }

    RatingFilter withAnyScore() {
        return new RatingFilter(agent, withoutAgent, from, to, Set.of(), worded);
    }

    /** For what nobody rated. */
    RatingFilter withAnyRating() {
        return new RatingFilter(agent, withoutAgent, from, to, Set.of(), false);
    }

    private static OffsetDateTime midnight(LocalDate day) {
        Instant instant = day.atStartOfDay(HomeZone.id()).toInstant();
        return instant.atOffset(ZoneOffset.UTC);
    }
}
