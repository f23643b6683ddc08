package dev.yiwen.handoff.wrapup;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Complement naive Bayes (Rennie and others, ICML 2003) over the characters and pairs of characters that customers used, fitted
 * on wrap-ups that agents confirmed: of a category that is seldom filed it learns from all the others. What the rules say is one
 * more word, heavier than others: where agents follow the rules so does the model. The same examples give the same model.
 */
public final class CategoryModel {
    private static final double SMOOTHING = 0.25;
    /** How many words the word of the rules is worth. */
    private static final double RULES = 4;
    /** A category that came up less often is not learnt. */
    private static final int FEWEST = 3;

    private static final int LONGEST = 600;
    /** What stands in the place of personal data says nothing of the case. */
    private static final Pattern MASK = Pattern.compile("\\[[^\\]]{0,20}]");

    private final Map<String, Double> rarity;
    private final Map<String, Map<String, Double>> weights;

    /**
     * @param said the customer's words
     * @param rules what the rules made of it; null when they made nothing
     */
    public record Example(String said, @Nullable String rules, String category) {}

    private CategoryModel(Map<String, Double> rarity, Map<String, Map<String, Double>> weights) {
        this.rarity = rarity;
        this.weights = weights;
    }

    public static CategoryModel fit(List<Example> all) {
        var often = all.stream().collect(Collectors.groupingBy(Example::category, Collectors.counting()));
        var examples = all.stream()
                .filter(it -> often.getOrDefault(it.category(), 0L) >= FEWEST)
                .toList();
        var rarity = rarity(examples);
        // In the order of the names, so that a tie always falls alike.
        var sums = new TreeMap<String, Map<String, Double>>();
        for (Example it : examples) {
            var sum = sums.computeIfAbsent(it.category(), name -> new HashMap<>());
            unit(features(it.said(), it.rules()), rarity).forEach((gram, value) -> sum.merge(gram, value, Double::sum));
        }
        var whole = new HashMap<String, Double>();
        sums.values().forEach(sum -> sum.forEach((gram, value) -> whole.merge(gram, value, Double::sum)));
        var weights = new LinkedHashMap<String, Map<String, Double>>();
        sums.forEach((category, sum) -> weights.put(category, weights(sum, whole)));
        return new CategoryModel(rarity, weights);
    }

    private static Map<String, Double> rarity(List<Example> examples) {
        var holding = new HashMap<String, Integer>();
        for (Example it : examples) {
            features(it.said(), it.rules()).keySet().forEach(gram -> holding.merge(gram, 1, Integer::sum));
        }
        var rarity = new HashMap<String, Double>();
        holding.forEach((gram, n) -> rarity.put(gram, Math.log((examples.size() + 1) / (n + 0.5))));
        return rarity;
    }

    /** Each example weighs alike, however much was said. */
    private static Map<String, Double> unit(Map<String, Double> features, Map<String, Double> rarity) {
        var weighed = new HashMap<String, Double>();
        features.forEach((gram, value) -> weighed.put(gram, value * rarity.getOrDefault(gram, 0.0)));
        double length =
                Math.sqrt(weighed.values().stream().mapToDouble(it -> it * it).sum());
        weighed.replaceAll((gram, value) -> length == 0 ? 0 : value / length);
        return weighed;
    }

    /** The less the other categories have of a word, the more it speaks for this one. */
    private static Map<String, Double> weights(Map<String, Double> own, Map<String, Double> whole) {
        double others = whole.values().stream().mapToDouble(it -> it).sum()
                - own.values().stream().mapToDouble(it -> it).sum()
                + SMOOTHING * whole.size();
        var weights = new HashMap<String, Double>();
        whole.forEach((gram, all) ->
                weights.put(gram, -Math.log((all - own.getOrDefault(gram, 0.0) + SMOOTHING) / others)));
        double sum = weights.values().stream().mapToDouble(Math::abs).sum();
        weights.replaceAll((gram, weight) -> weight / sum);
        return weights;
    }

    /** The likeliest category; empty when nothing in it is known. */
    public Optional<String> of(String said, @Nullable String rules) {
        var features = new HashMap<>(features(said, rules));
        features.keySet().retainAll(rarity.keySet());
        if (features.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> best = Optional.empty();
        double most = Double.NEGATIVE_INFINITY;
        for (var category : weights.entrySet()) {
            double score = 0;
            for (var it : features.entrySet()) {
                score += it.getValue()
                        * rarity.getOrDefault(it.getKey(), 0.0)
                        * category.getValue().getOrDefault(it.getKey(), 0.0);
            }
            if (score > most) {
                most = score;
                best = Optional.of(category.getKey());
            }
        }
        return best;
    }

    private static Map<String, Double> features(String said, @Nullable String rules) {
        var whole = MASK.matcher(said).replaceAll(" ");
        var text = whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
        var features = new LinkedHashMap<String, Double>();
        for (int i = 0; i < text.length(); i++) {
            for (int length = 1; length <= 2 && i + length <= text.length(); length++) {
                var gram = text.substring(i, i + length);
                if (gram.chars().allMatch(Character::isLetterOrDigit)) {
                    features.put(gram, 1.0);
                }
            }
        }
        if (rules != null) {
            features.put("=" + rules, RULES);
        }
        return features;
    }
}
