package dev.yiwen.answer.trace;

import dev.yiwen.shared.Problem;
import dev.yiwen.shared.StorableTime;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a request asks for; days are China's, the last one included. */
final class TraceQuery {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Set<String> DECISIONS = Set.of("answer", "clarify", "smalltalk", "handoff", "trouble");
    private static final Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant AFTER_ALL = Instant.parse("9999-01-01T00:00:00Z");

    @QueryParam("decision")
    @Nullable String decision;

    @QueryParam("q")
    @Size(max = 200) @Nullable String q;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    @QueryParam("atLeast")
    @DefaultValue("0")
    @DecimalMin("0") @DecimalMax("1") double atLeast;

    @QueryParam("atMost")
    @DefaultValue("1")
    @DecimalMin("0") @DecimalMax("1") double atMost;

    TraceFilter filter() {
        var wanted = orNull(decision);
        if (wanted != null && !DECISIONS.contains(wanted)) {
            throw new Problem(Problem.Kind.INVALID, "decision cannot be " + wanted);
        }
        return new TraceFilter(wanted, orNull(q), day(from, 0, BEFORE_ALL), day(to, 1, AFTER_ALL), atLeast, atMost);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static Instant day(@Nullable String text, int later, Instant otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return StorableTime.day(text).plusDays(later).atStartOfDay(CHINA).toInstant();
        } catch (DateTimeException e) {
            throw new Problem(Problem.Kind.INVALID, "A day is written like 2026-11-30.");
        }
    }
}
