package dev.yiwen.handoff.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.yiwen.handoff.CustomerPresence;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether the customer is there, for those who answer.
 *
 * @param awaySince null while the customer is there
 * @param page where the customer is, if the host's page tells
 * @param device what kind they use, likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Visitor(
        @Nullable Instant awaySince,
        @Nullable String page,
        @Nullable String device) {
    /** Of {@code customer_presence p}, joined from the left. */
    static final String COLUMNS = "p.conversation_id is not null as visits, " + CustomerPresence.AWAY_SINCE
            + " as away_since, p.page, p.device";

    /** Null where nobody knows, as of a caller. */
    static @Nullable Visitor of(Row row) {
        var away = row.getOffsetDateTime("away_since");
        return row.getBoolean("visits")
                ? new Visitor(away == null ? null : away.toInstant(), row.getString("page"), row.getString("device"))
                : null;
    }
}
