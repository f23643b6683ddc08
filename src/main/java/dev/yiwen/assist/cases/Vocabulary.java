package dev.yiwen.assist.cases;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The grams of past replies that are counted at all, the commonest of them, and how rare each is. */
final class Vocabulary {
    /** Bounds the memory of the model: each costs two vectors. */
    private static final int LARGEST = 16_384;

    private record Gram(int id, double rarity) {}

    private final Map<String, Gram> grams;

    private Vocabulary(Map<String, Gram> grams) {
        this.grams = grams;
    }

    static Vocabulary of(List<PastReply> replies) {
        var documents = new HashMap<String, Integer>();
        for (PastReply reply : replies) {
            CharacterGrams.ofContext(reply.context()).keySet().forEach(it -> documents.merge(it, 1, Integer::sum));
            CharacterGrams.of(reply.response()).keySet().forEach(it -> documents.merge(it, 1, Integer::sum));
        }
        var commonest = documents.entrySet().stream()
                .sorted(Comparator.<Map.Entry<String, Integer>>comparingInt(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(LARGEST)
                .toList();
        var grams = new HashMap<String, Gram>();
        for (var it : commonest) {
            double rarity = Math.log((2.0 * replies.size() + 1) / (it.getValue() + 1));
            grams.put(it.getKey(), new Gram(grams.size(), rarity));
        }
        return new Vocabulary(grams);
    }

    int size() {
        return grams.size();
    }

    /** Logarithms of counts times rarity; grams that are not known are left out. */
    Sparse vector(Map<String, Double> counts) {
        record Entry(int id, double value) {}
        var entries = counts.entrySet().stream()
                .flatMap(it -> Optional.ofNullable(grams.get(it.getKey()))
                        .map(gram -> new Entry(gram.id(), Math.log1p(it.getValue()) * gram.rarity()))
                        .stream())
                .sorted(Comparator.comparingInt(Entry::id))
                .toArray(Entry[]::new);
        double norm = Math.sqrt(Arrays.stream(entries)
                .mapToDouble(it -> it.value() * it.value())
                .sum());
        int[] ids = new int[entries.length];
        float[] values = new float[entries.length];
        for (int i = 0; i < entries.length; i++) {
            ids[i] = entries[i].id();
            values[i] = norm == 0 ? 0 : (float) (entries[i].value() / norm);
        }
        return new Sparse(ids, values);
    }
}
