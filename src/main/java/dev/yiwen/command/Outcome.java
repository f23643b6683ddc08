package dev.yiwen.command;

import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.ranking.Calibration;
import dev.yiwen.retrieval.ranking.CalibrationFit;
import dev.yiwen.retrieval.ranking.MatchSignals;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of a query; without signals when it was asked in an article's own words. */
record Outcome(
        EvaluationSet.Query query,
        double confidence,
        boolean right,
        @Nullable MatchSignals signals) {
    /** Articles that are looked at. */
    static final int CANDIDATES = 8;

    static Outcome of(EvaluationSet.Query query, Retrieval retrieval) {
        var found = retrieval
                .search(query.text(), Asking.CUSTOMER, CANDIDATES)
                .await()
                .indefinitely();
        boolean right = !found.candidates().isEmpty()
                && query.isBest(EvaluationKnowledge.document(
                        found.candidates().getFirst().slug()));
        return new Outcome(query, found.confidence(), right, found.signals());
    }

    /** As sure as another calibration is. */
    Outcome by(Calibration calibration) {
        return signals == null ? this : new Outcome(query, calibration.probability(signals), right, signals);
    }

    Map<String, Object> described() {
        var described = new LinkedHashMap<String, Object>();
        described.put("id", query.id());
        described.put("confidence", confidence);
        described.put("right", right);
        described.put("signals", signals == null ? Map.of() : signals.named());
        return described;
    }

    Stream<CalibrationFit.Sample> sample() {
        return signals == null ? Stream.empty() : Stream.of(new CalibrationFit.Sample(signals, right));
    }
}
