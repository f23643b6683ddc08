package dev.yiwen.retrieval.ranking;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The weights of the second stage, one set a {@link Profile}, fitted by {@link RankingFit}. For each kind of passage: its
 * features, then the mean of the article's three best first-stage scores; questions before answers, and the features of
 * texts last where there is nothing else.
 *
 * @param version of the features' meaning; a file of another version is refused
 */
public record Ranking(int version, List<String> features, List<String> textFeatures, Map<Profile, Weights> profiles) {

    /**
     * Of one profile.
     *
     * @param madeFrom the data that they were fitted on
     * @param madeBy the command that fits them again
     */
    public record Weights(String madeFrom, String madeBy, List<Double> weights) {
        public Weights {
            weights = List.copyOf(weights);
        }
    }

    static final int VERSION = 2;
    static final String RESOURCE = "/retrieval/ranking.json";

    public Ranking {
        features = List.copyOf(features);
        // A file of the first version names none.
        textFeatures = List.copyOf(Objects.requireNonNullElse(textFeatures, List.of()));
        profiles = Map.copyOf(profiles);
        boolean sized = profiles.entrySet().stream()
                .allMatch(it -> it.getValue().weights().size() == Ranker.inputs(it.getKey()));
        boolean named = features.equals(MatchFeatures.NAMES) && textFeatures.equals(TextFeatures.NAMES);
        if (version != VERSION || !named || !sized) {
            throw new IllegalArgumentException("The ranking was made for other features; fit it again");
        }
    }

    /** The installer's own, or the one that comes with the product. */
    public static Ranking of(Optional<Path> own) {
        return FittedFile.read(own, RESOURCE, Ranking.class);
    }

    /** The same with other weights for one profile. */
    public Ranking with(Profile profile, Weights weights) {
        var changed = new EnumMap<Profile, Weights>(Profile.class);
        changed.putAll(profiles);
        changed.put(profile, weights);
        return new Ranking(version, features, textFeatures, changed);
    }

    double score(Profile profile, double[] inputs) {
        var weights = Objects.requireNonNull(profiles.get(profile), "no weights for " + profile)
                .weights();
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += weights.get(i) * inputs[i];
        }
        return sum;
    }
}
