package dev.yiwen.quality.outside;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was said of the service elsewhere.
 *
 * @param source where it was read
 * @param customer the name of whoever said it, where they are known
 * @param conversationId the last conversation before it, within a week, or the one that was named
 * @param ticketId the last ticket before it, within a month
 * @param score of 1 to 5
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(requiredProperties = {"id", "source", "at"})
record OutsideFeedback(
        UUID id,
        String source,
        @Nullable String customer,
        @Nullable UUID conversationId,
        @Nullable UUID ticketId,
        @Nullable Integer score,
        @Nullable String text,
        @Nullable String url,
        Instant at) {}
