package dev.yiwen.audit.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was done with somebody's data, table by table; names nobody. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Report(
        UUID id,
        String what,
        @Nullable UUID customer,
        @Nullable UUID actor,
        Instant at,
        List<Line> lines) {
    public static final String EXPORT = "export";
    public static final String ERASURE = "erasure";
    public static final String RETENTION = "retention";

    /**
     * Of a table or a store.
     *
     * @param found rows, or files, that were there
     * @param done that were handed out, or erased
     * @param kept that were not, and {@code why}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String name,
            long found,
            long done,
            long kept,
            @Nullable String why) {}

    public long done() {
        return lines.stream().mapToLong(Line::done).sum();
    }
}
