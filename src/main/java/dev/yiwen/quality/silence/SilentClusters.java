package dev.yiwen.quality.silence;

import dev.yiwen.knowledge.QuestionClusters;
import dev.yiwen.knowledge.QuestionLikeness.Alike;
import dev.yiwen.shared.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Conversations about one thing, as clusters that keep their id from look to look: one is the cluster before with most of whose
 * conversations it shares, and at least half of the smaller.
 */
final class SilentClusters {
    /** Fewer are an accident. */
    static final int LEAST = 3;

    /** Less alike than questions that ask the same: here one trouble is meant, in whatever words. */
    static final double TOGETHER = 0.2;

    private static final int WORDS = 6;

    private SilentClusters() {}

    /** @param talks the most typical first */
    record Cluster(UUID id, List<String> words, List<SilentTalk> talks) {}

    /**
     * @param pairs of places in {@code talks}
     * @param before which cluster a conversation was in
     */
    static List<Cluster> of(List<SilentTalk> talks, List<Alike> pairs, Map<UUID, UUID> before) {
        var groups = QuestionClusters.of(talks.size(), pairs, TOGETHER).stream()
                .filter(it -> it.size() >= LEAST)
                .map(it -> ordered(it, pairs).stream().map(talks::get).toList())
                .toList();
        var words = ClassWords.of(
                groups.stream()
                        .map(group -> group.stream().map(SilentTalk::words).toList())
                        .toList(),
                WORDS);
        var ids = ids(groups, before);
        var clusters = new ArrayList<Cluster>();
        for (int i = 0; i < groups.size(); i++) {
            clusters.add(new Cluster(ids.getOrDefault(i, Ids.next()), words.get(i), groups.get(i)));
        }
        return clusters;
    }

    /** By how alike they are to the others. */
    private static List<Integer> ordered(List<Integer> group, List<Alike> pairs) {
        var members = new HashSet<>(group);
        var sums = new HashMap<Integer, Double>();
        for (Alike it : pairs) {
            if (members.contains(it.first()) && members.contains(it.second())) {
                sums.merge(it.first(), it.probability(), Double::sum);
                sums.merge(it.second(), it.probability(), Double::sum);
            }
        }
        return group.stream()
                .sorted(Comparator.<Integer>comparingDouble(it -> -sums.getOrDefault(it, 0.0))
                        .thenComparing(it -> it))
                .toList();
    }

    private record Shared(int group, UUID id, int count) {}

    /** The greatest share first; each is taken once. */
    private static Map<Integer, UUID> ids(List<List<SilentTalk>> groups, Map<UUID, UUID> before) {
        var sizes = new HashMap<UUID, Integer>();
        before.values().forEach(it -> sizes.merge(it, 1, Integer::sum));
        var shared = new ArrayList<Shared>();
        for (int i = 0; i < groups.size(); i++) {
            var counts = new HashMap<UUID, Integer>();
            for (SilentTalk talk : groups.get(i)) {
                var id = before.get(talk.conversation());
                if (id != null) {
                    counts.merge(id, 1, Integer::sum);
                }
            }
            int size = groups.get(i).size();
            for (var it : counts.entrySet()) {
                if (2 * it.getValue() >= Math.min(size, sizes.getOrDefault(it.getKey(), 0))) {
                    shared.add(new Shared(i, it.getKey(), it.getValue()));
                }
            }
        }
        shared.sort(Comparator.comparingInt(Shared::count)
                .reversed()
                .thenComparingInt(Shared::group)
                .thenComparing(Shared::id));
        var ids = new HashMap<Integer, UUID>();
        Set<UUID> taken = new HashSet<>();
        for (Shared it : shared) {
            if (!ids.containsKey(it.group()) && taken.add(it.id())) {
                ids.put(it.group(), it.id());
            }
        }
        return ids;
    }
}
