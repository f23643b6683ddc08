package dev.yiwen.audit.trail;

import dev.yiwen.shared.Problem;
import dev.yiwen.shared.StorableTime;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a request asks for; days are China's, the last one included. */
final class EntryQuery {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @QueryParam("kind")
    @Pattern(regexp = "[a-z.-]{0,128}") @Nullable String kind;

    @QueryParam("actor")
    @Nullable UUID actor;

    @QueryParam("subject")
    @Size(max = 200) @Nullable String subject;

    @QueryParam("from")
    @Nullable String from;

    @QueryParam("to")
    @Nullable String to;

    EntryFilter filter() {
        return new EntryFilter(orNull(kind), actor, orNull(subject), day(from, 0), day(to, 1));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static @Nullable Instant day(@Nullable String text, int later) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return StorableTime.day(text).plusDays(later).atStartOfDay(CHINA).toInstant();
        } catch (DateTimeException e) {
            throw new Problem(Problem.Kind.INVALID, "A day is written like 2026-11-30.");
        }
    }
}
