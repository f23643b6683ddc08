package dev.yiwen.audit.trail;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the audit log.
 *
 * @param number without gaps; the newest has the highest
 * @param hash in hexadecimal: whoever keeps it can later tell that nothing before it was changed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Entry(
        long number,
        UUID id,
        Instant at,
        String kind,
        @Nullable UUID actor,
        @Nullable String address,
        String subject,
        Map<String, String> details,
        String hash) {

    static Entry of(Row row) {
        var details = new TreeMap<String, String>();
        row.getJsonObject("details").forEach(it -> details.put(it.getKey(), String.valueOf(it.getValue())));
        return new Entry(
                row.getLong("number"),
                row.getUUID("id"),
                row.getOffsetDateTime("at").toInstant(),
                row.getString("kind"),
                row.getUUID("actor"),
                row.getString("address"),
                row.getString("subject"),
                details,
                HexFormat.of().formatHex(row.getBuffer("hash").getBytes()));
    }
}
