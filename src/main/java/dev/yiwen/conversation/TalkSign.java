package dev.yiwen.conversation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is noticed of a talk.
 *
 * @param moods of the customer's last messages, oldest first, at most twelve
 * @param step where its agent is in a procedure; null when they follow none
 * @param alerts that are open, the newest first
 */
public record TalkSign(List<Mood> moods, @Nullable Step step, List<Alert> alerts) {
    public static final TalkSign NOTHING = new TalkSign(List.of(), null, List.of());

    public TalkSign {
        moods = List.copyOf(moods);
        alerts = List.copyOf(alerts);
    }

    /**
     * @param anger 0 (calm) to 1
     * @param voice how much of it rate and loudness added
     */
    public record Mood(double anger, double voice) {}

    /**
     * @param next number of the step that comes next; null when all is done
     * @param stage {@code IDENTIFY}, {@code CLASSIFY}, {@code SOLVE} or {@code CONFIRM}; null where the procedure names none
     * @param text what is to be done next
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            String procedure,
            int done,
            int of,
            @Nullable Integer next,
            @Nullable String stage,
            String text) {}

    /**
     * @param kind {@code differs}, {@code older}, {@code unsupported}, {@code forbidden}, {@code duty}, {@code stuck}, {@code anger},
     *     {@code silence} or {@code changed}
     * @param grave whether a supervisor is told at once
     * @param said the words that it is about, without personal data; empty where there are none
     * @param should what the knowledge says, or what to say instead; empty if nothing is known
     * @param acknowledgedBy the supervisor who took note of it; null while nobody has
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Alert(
            UUID id,
            String kind,
            boolean grave,
            String said,
            String should,
            Instant at,
            @Nullable String acknowledgedBy) {}
}
