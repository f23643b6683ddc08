package dev.yiwen.answer.trace;

import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.answer.decision.Decided;
import dev.yiwen.answer.decision.Decision;
import dev.yiwen.answer.decision.LookupResult;
import dev.yiwen.answer.draft.Drafting;
import dev.yiwen.answer.reading.DialogueState;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.reading.Slot;
import dev.yiwen.reading.Slots;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.retrieval.Retrieved;
import dev.yiwen.retrieval.Retrieved.Stranger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Why the bot said what it said, as stored and as shown to editors and supervisors.
 *
 * @param question what was looked up
 * @param decision {@code answer}, {@code clarify}, {@code smalltalk}, {@code handoff} or {@code trouble}
 * @param signals what the confidence was computed from; null when nothing was compared
 * @param understood how the message was read
 * @param thresholds the configuration of that moment
 * @param draft how the chat model worded the answer, or why its words were not used; null when none was asked
 * @param trouble what went wrong, or null
 * @param timings milliseconds of each stage, and of all in total
 */
public record Trace(
        String question,
        String decision,
        double confidence,
        @Nullable Map<String, Double> signals,
        List<Found> candidates,
        Understood understood,
        Reading triage,
        Map<String, Double> thresholds,
        @Nullable Drafting draft,
        @Nullable String trouble,
        Map<String, Double> timings) {

    /** A candidate with its scores; {@code revision} is the one that was published then. */
    record Found(
            String article, String title, int revision, String passage, double dense, double lexical, double score) {
        public static Found of(Candidate it) {
            return new Found(it.slug(), it.title(), it.revision(), it.passage(), it.dense(), it.lexical(), it.score());
        }
    }

    /**
     * How the message was read.
     *
     * @param as plain, follow-up, correction, choice, refusal or several
     * @param of the number of the customer's message that it leans on; null when it stands alone
     * @param lookedUp all wordings that were looked up; the one that was used is {@code question}
     * @param fixes what the question names: a year, a place, a model, one of two opposites …
     * @param strangers articles that would have come first, but are about something else
     * @param parts the questions that it was taken apart into
     * @param state where the talk stood before it; null when nothing was said before
     */
    record Understood(
            String as,
            @Nullable Long of,
            List<String> lookedUp,
            List<Fixed> fixes,
            List<Stranger> strangers,
            List<String> parts,
            @Nullable DialogueState state) {
        public static Understood of(Decided decided) {
            LookupResult found = decided.found();
            var retrieved = found.retrieved();
            return new Understood(
                    found.reading().name(),
                    found.reading().leansOn().orElse(null),
                    found.lookedUp(),
                    retrieved == null
                            ? List.of()
                            : Slots.of(retrieved.query()).all().stream()
                                    .map(it -> new Fixed(it.kind(), it.said()))
                                    .distinct()
                                    .toList(),
                    retrieved == null ? List.of() : retrieved.strangers(),
                    found.further().isEmpty()
                            ? List.of()
                            : Stream.concat(Stream.of(found), found.further().stream())
                                    .map(LookupResult::question)
                                    .toList(),
                    decided.state().equals(DialogueState.NONE) ? null : decided.state());
        }
    }

    record Fixed(Slot.Kind kind, String said) {}

    record Reading(
            boolean wishForHuman,
            double anger,
            int misses,
            List<String> signals,
            @Nullable HandoffReason handoff) {}

    public static Trace of(
            Decided decided, @Nullable Drafting draft, AnswerConfig config, Map<String, Double> timings) {
        @Nullable Retrieved retrieved = decided.retrieved();
        var triage = decided.triage();
        return new Trace(
                decided.question(),
                decided.decision().name(),
                retrieved == null ? 0 : retrieved.confidence(),
                retrieved == null ? null : retrieved.namedSignals(),
                retrieved == null
                        ? List.of()
                        : retrieved.candidates().stream().map(Found::of).toList(),
                Understood.of(decided),
                new Reading(
                        triage.wishForHuman(),
                        triage.anger(),
                        triage.misses(),
                        signals(decided),
                        decided.decision() instanceof Decision.HandOff
                                ? triage.handoff().orElse(null)
                                : null),
                thresholds(config),
                draft,
                null,
                timings);
    }

    private static List<String> signals(Decided decided) {
        return decided.decision() instanceof Decision.SmallTalk it
                ? Stream.concat(
                                decided.triage().signals().stream(),
                                Stream.of("act_" + it.kind().replace('-', '_') + " " + it.because()))
                        .toList()
                : decided.triage().signals();
    }

    public static Trace ofTrouble(
            String question, Throwable failure, AnswerConfig config, Map<String, Double> timings) {
        return new Trace(
                question,
                "trouble",
                0,
                null,
                List.of(),
                new Understood("plain", null, List.of(), List.of(), List.of(), List.of(), null),
                new Reading(false, 0, 0, List.of(), null),
                thresholds(config),
                null,
                failure.toString(),
                timings);
    }

    /** Milliseconds of each stage of the decision, in order. */
    public static Map<String, Double> timings(Decided decided) {
        var timings = new LinkedHashMap<String, Double>();
        timings.put("understand", decided.taken().readMs());
        timings.put("triage", decided.taken().triageMs());
        @Nullable Retrieved retrieved = decided.retrieved();
        if (retrieved != null) {
            timings.put("embed", retrieved.timings().embedMs());
            timings.put("search", retrieved.timings().searchMs());
            timings.put("rank", retrieved.timings().rankMs());
        }
        return timings;
    }

    private static Map<String, Double> thresholds(AnswerConfig config) {
        return Map.of("answerAt", config.answerAt(), "clarifyAt", config.clarifyAt());
    }
}
