package dev.yiwen.quality.alarm;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What rang.
 *
 * @param topic with its name; absent: of all
 * @param day that was looked at
 * @param expected absent of thresholds
 * @param also streams that the same cause explains, {@code COMPLAINTS|billing|广东省}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Alarm(
        UUID id,
        AlarmRule rule,
        String topic,
        @Nullable String topicName,
        String region,
        String kind,
        LocalDate day,
        long count,
        @Nullable Double expected,
        List<String> also,
        Instant openedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable String acknowledgedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy) {}
