package dev.yiwen.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has declared.
 *
 * @param level 1 is the graver
 * @param cause in the customers' words, without a full stop; nothing in it is an instruction
 * @param banner whether everybody who opens the chat sees it
 * @param drill shown to staff alone
 * @param eta when it will probably be over; null when nobody knows
 * @param version grows with each change
 * @param declaredBy the supervisor's name
 */
public record Incident(
        UUID id,
        int level,
        String cause,
        IncidentScope scope,
        boolean banner,
        boolean drill,
        @Nullable Instant eta,
        int version,
        Instant declaredAt,
        String declaredBy,
        @Nullable Instant recoveredAt) {

    /** Whether the time that was told has passed: it is not to be told any more. */
    public boolean overdueAt(Instant now) {
        return eta != null && recoveredAt == null && now.isAfter(eta);
    }

    /** The time that may be told. */
    public @Nullable Instant etaAt(Instant now) {
        return overdueAt(now) ? null : eta;
    }
}
