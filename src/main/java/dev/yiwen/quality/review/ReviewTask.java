package dev.yiwen.quality.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is looked into, and how far.
 *
 * @param title empty of what a rule found, which its share and place name
 * @param share that shows whether it helped; absent: none does
 * @param topic empty: of all
 * @param region empty: of all
 * @param seen the share on the days on which it was noticed
 * @param above percent that the share was above; of rules
 * @param owner who sees to it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReviewTask(
        UUID id,
        ReviewOpening.Source source,
        @Nullable UUID sourceId,
        String title,
        @Nullable Share share,
        String topic,
        @Nullable String topicName,
        String region,
        LocalDate seenFrom,
        LocalDate seenTo,
        List<Seen> seen,
        @Nullable Integer above,
        ReviewState state,
        @Nullable CauseClass cause,
        @Nullable String causeWords,
        @Nullable UUID ownerId,
        @Nullable String owner,
        @Nullable LocalDate due,
        boolean overdue,
        List<Measure> measures,
        @Nullable Verdict verdict,
        @Nullable String verdictWords,
        Instant openedAt,
        @Nullable String openedBy,
        @Nullable Instant endedAt) {

    /** What it came from. */
    enum CauseClass {
        PROCESS,
        SKILL,
        SYSTEM,
        CONTENT,
        OTHER
    }

    enum Verdict {
        HELPED,
        NOT,
        UNCLEAR
    }

    record Seen(LocalDate day, Interval share) {}

    /** @param doneOn absent: not yet */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Measure(
            UUID id, String words, LocalDate due, @Nullable LocalDate doneOn, boolean overdue) {}

    /**
     * Something that was done with it.
     *
     * @param kind of {@link ReviewEvent}
     * @param state that it came to, where it moved
     * @param by absent: by itself
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Done(
            Instant at,
            @Nullable String by,
            ReviewEvent kind,
            @Nullable ReviewState state,
            String words) {}

    /** @param effect absent until a day after the measures is over, and where no share shows it */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Detail(ReviewTask task, @Nullable Effect effect, List<Done> history) {}

    @Nullable ShareStream stream() {
        return share == null ? null : new ShareStream(share, topic, region);
    }

    boolean measuresDone() {
        return !measures.isEmpty() && measures.stream().allMatch(it -> it.doneOn() != null);
    }

    /** The day on which the last one was done; null while one is not. */
    @Nullable LocalDate measuresEnd() {
        return measuresDone()
                ? measures.stream()
                        .map(Measure::doneOn)
                        .filter(java.util.Objects::nonNull)
                        .max(LocalDate::compareTo)
                        .orElse(null)
                : null;
    }
}
