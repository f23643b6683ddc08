package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.ArticleDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Questions that are worded nearly alike: most of their pairs of signs are the same (Dice's coefficient), they name the same amounts
 * and fix nothing else either. Those with other amounts are never compared: a price list has thousands of them.
 */
final class SimilarQuestions {
    private static final double NEAR = 0.75;
    private static final int LOOKED_AT = 30;
    private static final int MOST = 5;

    /** @param name slug or place */
    record Near(String name, ArticleDraft draft) {}

    private record Scored(Near near, double score) {}

    /** Questions that name the same amounts. */
    private static final class Group {
        private final List<Near> all = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private final Map<String, List<Integer>> byPair = new HashMap<>();
    }

    private final Map<Set<Set<String>>, Group> groups = new HashMap<>();

    void add(String name, ArticleDraft draft) {
        var group = groups.computeIfAbsent(Disagreement.numbers(draft.question()), it -> new Group());
        var pairs = QuestionKey.pairs(QuestionKey.key(draft.question()));
        int at = group.all.size();
        group.all.add(new Near(name, draft));
        group.sizes.add(pairs.size());
        pairs.forEach(it ->
                group.byPair.computeIfAbsent(it, unused -> new ArrayList<>()).add(at));
    }

    /** The nearest, for the same readers and product. */
    List<Near> to(ArticleDraft draft) {
        var pairs = QuestionKey.pairs(QuestionKey.key(draft.question()));
        var group = groups.get(Disagreement.numbers(draft.question()));
        if (pairs.isEmpty() || group == null) {
            return List.of();
        }
        var common = common(group, pairs);
        return IntStream.range(0, common.length)
                .mapToObj(it -> new Scored(group.all.get(it), 2.0 * common[it] / (pairs.size() + group.sizes.get(it))))
                .filter(it -> it.score >= NEAR)
                .sorted((a, b) -> Double.compare(b.score, a.score))
                .map(Scored::near)
                .filter(it -> it.draft.audience() == draft.audience()
                        && it.draft.product().equals(draft.product()))
                .limit(LOOKED_AT)
                .filter(it -> !Disagreement.isBetweenQuestions(draft.question(), it.draft.question()))
                .limit(MOST)
                .toList();
    }

    private static int[] common(Group group, Set<String> pairs) {
        var common = new int[group.all.size()];
        for (var pair : pairs) {
            for (int at : group.byPair.getOrDefault(pair, List.of())) {
                common[at]++;
            }
        }
        return common;
    }
}
