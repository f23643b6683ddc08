package dev.yiwen.retrieval;

import dev.yiwen.reading.SlotConflict;
import dev.yiwen.retrieval.ranking.MatchSignals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What retrieval found for a query.
 *
 * @param query the normalised text that was searched
 * @param candidates best first, one per article
 * @param confidence calibrated probability that the first candidate answers the query; 0 when there is none
 * @param strangers articles that would have come first but are about something else than what the query fixes, and what
 * @param signals what the confidence was computed from; null when nothing had to be compared
 */
public record Retrieved(
        String query,
        List<Candidate> candidates,
        double confidence,
        List<Stranger> strangers,
        @Nullable MatchSignals signals,
        Timings timings) {

    /** An article of another year, place, model … than the query asks for. */
    public record Stranger(String slug, SlotConflict conflict) {}

    /** Where the time went, in milliseconds; nowhere when the result was kept from before. */
    public record Timings(double embedMs, double searchMs, double rankMs) {
        public static final Timings NONE = new Timings(0, 0, 0);
    }

    public Retrieved {
        candidates = List.copyOf(candidates);
        strangers = List.copyOf(strangers);
    }

    /** The signals by name, for people; null when nothing had to be compared. */
    public @Nullable Map<String, Double> namedSignals() {
        return signals == null ? null : signals.named();
    }

    /** The same for whoever asks it again. */
    Retrieved keptFromBefore() {
        return new Retrieved(query, candidates, confidence, strangers, signals, Timings.NONE);
    }
}
