package dev.yiwen.handoff.wrapup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Multinomial naive Bayes over the pairs and triples of characters that customers used, fitted on wrap-ups that agents
 * confirmed. What the rules say is one more word, heavier than others: where agents follow the rules so does the model. The
 * same examples give the same model.
 */
public final class CategoryModel {
    private static final double SMOOTHING = 0.25;
    /** How many words the word of the rules is worth. */
    private static final int RULES = 6;
    /** A category that came up less often is not learnt. */
    private static final int FEWEST = 3;

    private static final int LONGEST = 600;

    private final Map<String, Counts> byCategory;
    private final int words;
    private final int examples;

    /**
     * @param said the customer's words
     * @param rules what the rules made of it; null when they made nothing
     */
    public record Example(String said, @Nullable String rules, String category) {}

    private static final class Counts {
        private final Map<String, Integer> of = new HashMap<>();
        private int all;
        private int examples;

        private void add(List<String> features) {
            features.forEach(it -> of.merge(it, 1, Integer::sum));
            all += features.size();
            examples++;
        }
    }

    private CategoryModel(Map<String, Counts> byCategory, int words, int examples) {
        this.byCategory = byCategory;
        this.words = words;
        this.examples = examples;
    }

    public static CategoryModel fit(List<Example> examples) {
        // In the order of the names, so that a tie always falls alike.
        var counted = new TreeMap<String, Counts>();
        for (Example it : examples) {
            counted.computeIfAbsent(it.category(), name -> new Counts()).add(features(it.said(), it.rules()));
        }
        counted.values().removeIf(it -> it.examples < FEWEST);
        var vocabulary = counted.values().stream()
                .flatMap(it -> it.of.keySet().stream())
                .distinct()
                .count();
        return new CategoryModel(
                counted,
                (int) vocabulary,
                counted.values().stream().mapToInt(it -> it.examples).sum());
    }

    /** The likeliest category; empty when none was learnt. */
    public Optional<String> of(String said, @Nullable String rules) {
        var features = features(said, rules);
        String best = null;
        double most = Double.NEGATIVE_INFINITY;
        for (var category : byCategory.entrySet()) {
            double likely = logLikelihood(category.getValue(), features);
            if (likely > most) {
                most = likely;
                best = category.getKey();
            }
        }
        return Optional.ofNullable(best);
    }

    private double logLikelihood(Counts counts, List<String> features) {
        double sum = Math.log((double) counts.examples / examples);
        double whole = counts.all + SMOOTHING * (words + 1);
        for (String it : features) {
            sum += Math.log((counts.of.getOrDefault(it, 0) + SMOOTHING) / whole);
        }
        return sum;
    }

    private static List<String> features(String said, @Nullable String rules) {
        var text = said.length() <= LONGEST ? said : said.substring(0, LONGEST);
        var features = new ArrayList<String>();
        for (int i = 0; i < text.length(); i++) {
            for (int length = 2; length <= 3 && i + length <= text.length(); length++) {
                var gram = text.substring(i, i + length);
                if (gram.chars().allMatch(Character::isLetterOrDigit)) {
                    features.add(gram);
                }
            }
        }
        if (rules != null) {
            for (int i = 0; i < RULES; i++) {
                features.add("=" + rules);
            }
        }
        return features;
    }
}
