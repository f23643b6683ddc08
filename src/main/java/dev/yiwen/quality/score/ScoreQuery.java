package dev.yiwen.quality.score;

import dev.yiwen.identity.StaffId;
import dev.yiwen.shared.AskedDay;
import dev.yiwen.shared.Problem;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The filter in an address: {@code ?who=bot&criterion=greeting&score=risk&limit=40&from=2026-11-01&to=2026-11-30}. */
public final class ScoreQuery {
    private static final int LOW = 60;
    private static final int HIGH_RISK = 40;
    private static final int LOW_ATTITUDE = 3;

    /** An agent's id, {@code bot}, or nothing: whole conversations. */
    @QueryParam("who")
    @Nullable String who;

    @QueryParam("criterion")
    @Nullable String criterion;

    /** {@code compliance}, {@code experience}, {@code risk} or {@code attitude}: those alone where it is bad. */
    @QueryParam("score")
    @Nullable String score;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    /** On scores {@code s}; its parameters are those of {@link #parameters}. */
    static final String CONDITION = """
            s.who = $1 and ($2::text is null or exists (select from score_finding f where f.conversation_id = s.conversation_id
                and f.criterion = $2 and f.outcome = 'BROKEN' and f.counted and ($1 = 'all' or f.who = $1)))
              and case $3::text when 'compliance' then s.compliance < %d when 'experience' then s.experience < %d
                when 'risk' then s.risk >= %d when 'attitude' then s.attitude < %d else true end
              and ($4::timestamptz is null or s.closed_at >= $4) and ($5::timestamptz is null or s.closed_at < $5)
            """.formatted(LOW, LOW, HIGH_RISK, LOW_ATTITUDE);

    /** @param own of whom alone somebody may see them; null: of everybody */
    Tuple parameters(@Nullable StaffId own) {
        return Tuple.tuple()
                .addString(own == null ? whose() : own.value().toString())
                .addString(blank(criterion) ? null : criterion)
                .addString(kind())
                .addOffsetDateTime(moment(AskedDay.start(from)))
                .addOffsetDateTime(moment(AskedDay.end(to)));
    }

    private String whose() {
        var asked = who;
        if (asked == null || asked.isBlank()) {
            return JudgedTalk.WHOLE;
        }
        if (asked.equals(JudgedTalk.BOT)) {
            return asked;
        }
        try {
            return UUID.fromString(asked).toString();
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, "\"who\" is neither an id nor \"bot\".");
        }
    }

    private @Nullable String kind() {
        var asked = score;
        if (asked == null || asked.isBlank()) {
            return null;
        }
        return switch (asked.toLowerCase(Locale.ROOT)) {
            case "compliance", "experience", "risk", "attitude" -> asked.toLowerCase(Locale.ROOT);
            default ->
                throw new Problem(Problem.Kind.INVALID, "\"score\" is compliance, experience, risk or attitude.");
        };
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
