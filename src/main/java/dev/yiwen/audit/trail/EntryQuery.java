package dev.yiwen.audit.trail;

import dev.yiwen.shared.AskedDay;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a request asks for; days are China's, the last one included. */
final class EntryQuery {
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
        return new EntryFilter(orNull(kind), actor, orNull(subject), AskedDay.start(from), AskedDay.end(to));
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
