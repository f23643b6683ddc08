package dev.yiwen.answer.trace;

import dev.yiwen.shared.AskedDay;
import dev.yiwen.shared.Problem;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a request asks for; days are China's, the last one included. */
final class TraceQuery {
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

    @QueryParam("conversation")
    @Nullable UUID conversation;

    TraceFilter filter() {
        var wanted = orNull(decision);
        if (wanted != null && !DECISIONS.contains(wanted)) {
            throw new Problem(Problem.Kind.INVALID, "decision cannot be " + wanted);
        }
        return new TraceFilter(
                wanted,
                orNull(q),
                Objects.requireNonNullElse(AskedDay.start(from), BEFORE_ALL),
                Objects.requireNonNullElse(AskedDay.end(to), AFTER_ALL),
                atLeast,
                atMost,
                conversation);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
