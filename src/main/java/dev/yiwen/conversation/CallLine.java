package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the line of a call stands.
 *
 * @param answeredAt when somebody first took it
 * @param heldSince of a hold that lasts
 * @param heldSeconds of the holds that are over
 * @param holds how many there were, one that lasts included
 * @param consulting whom the agent asks meanwhile; empty when that was not told
 * @param muted who cannot be heard
 * @param transferredTo to whom it was put through last, until somebody there answers
 * @param transfers how often it was put through
 * @param endedBy {@code customer}, {@code agent} or {@code system}
 * @param endedWhy in the telephony system's words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CallLine(
        @Nullable Instant answeredAt,
        @Nullable Instant heldSince,
        long heldSeconds,
        int holds,
        @Nullable Instant consultingSince,
        @Nullable String consulting,
        List<Participant> muted,
        @Nullable String transferredTo,
        int transfers,
        @Nullable Instant endedAt,
        @Nullable String endedBy,
        @Nullable String endedWhy) {

    public CallLine {
        muted = List.copyOf(muted);
    }
}
