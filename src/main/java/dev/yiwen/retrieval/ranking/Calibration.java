package dev.yiwen.retrieval.ranking;

import dev.yiwen.retrieval.text.OutOfVocabulary;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The probability that the first candidate answers the query: for each {@link Profile} a logistic of the standardised
 * {@link MatchSignals} and of products of them, fitted on judged questions by {@link CalibrationFit}.
 *
 * @param version of the signals' meaning; a file of another version is refused
 */
public record Calibration(int version, List<String> signals, Map<Profile, Logistic> profiles) {

    static final int VERSION = 3;
    static final String RESOURCE = "/retrieval/calibration.json";

    public Calibration {
        signals = List.copyOf(signals);
        profiles = Map.copyOf(profiles);
        int inputs = Logistic.inputs(signals.size());
        boolean sized = profiles.values().stream().allMatch(it -> it.weights().size() == inputs);
        if (version != VERSION || !signals.equals(MatchSignals.NAMES) || !sized) {
            throw new IllegalArgumentException("The calibration was made for other signals; fit it again");
        }
    }

    /** The installer's own, or the one that comes with the product. */
    public static Calibration of(Optional<Path> own) {
        return FittedFile.read(own, RESOURCE, Calibration.class);
    }

    /** The same with another logistic for one profile. */
    public Calibration with(Profile profile, Logistic logistic) {
        var changed = new EnumMap<Profile, Logistic>(Profile.class);
        changed.putAll(profiles);
        changed.put(profile, logistic);
        return new Calibration(version, signals, changed);
    }

    public double probability(MatchSignals match) {
        double probability = Objects.requireNonNull(
                        profiles.get(match.profile()), "not calibrated for " + match.profile())
                .probability(match.values());
        return match.outOfVocabulary() ? Math.min(probability, OutOfVocabulary.MOST_CONFIDENCE) : probability;
    }
}
