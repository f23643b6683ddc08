package dev.yiwen.retrieval.ranking;

import dev.yiwen.reading.Slot;
import dev.yiwen.reading.SlotConflict;
import dev.yiwen.reading.Slots;
import dev.yiwen.retrieval.Retrieved.Stranger;
import dev.yiwen.retrieval.text.Normaliser;
import dev.yiwen.retrieval.text.Title;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Articles among the first that are about something else than what the query fixes, however alike their words are: of another
 * year, the opposite, or the sibling that differs just in what the query says.
 */
final class Strangers {
    /** So many are looked at. */
    private static final int DEPTH = 12;
    /** By how much the odds grow of an article whose sibling the query rules out. */
    private static final double NAMED = 5;
    /** As sure as one may be of what only took a stranger's place. */
    private static final double MOST = 0.3;

    private static final double LEAST = 1e-9;

    /** In the form of {@link Normaliser#key}. */
    private final String asked;

    private final List<Ranker.Ranked> ranked;
    private final Map<Ranker.Ranked, SlotConflict> conflicts = new IdentityHashMap<>();

    private Strangers(String asked, List<Ranker.Ranked> ranked) {
        this.asked = asked;
        this.ranked = ranked;
    }

    /**
     * @param ranked best first
     * @param besides why the first is one, besides what the two texts fix
     */
    static Strangers among(SearchText query, List<Ranker.Ranked> ranked, Optional<SlotConflict> besides) {
        var strangers = new Strangers(Normaliser.key(query.text()), ranked.subList(0, Math.min(DEPTH, ranked.size())));
        strangers.compareWithQuery(query.shape().definite());
        strangers.compareSiblings();
        strangers.addFirst(besides);
        strangers.addFirst(strangers.unknownGeneration(query.shape().definite()));
        return strangers;
    }

    private void compareWithQuery(Slots asked) {
        for (var one : ranked) {
            // Most questions fix nothing: then no title has to be read.
            var conflict = asked.isEmpty()
                    ? asked.denial(title(one).normalised())
                    : asked.conflict(title(one).definite(), definite(one));
            conflict.ifPresent(it -> conflicts.put(one, it));
        }
    }

    private static List<Slots> definite(Ranker.Ranked one) {
        return one.entry().found().stream()
                .map(it -> it.row().passage().shape().definite())
                .toList();
    }

    private void addFirst(Optional<SlotConflict> conflict) {
        conflict.ifPresent(it -> conflicts.putIfAbsent(ranked.getFirst(), it));
    }

    /** 6g, where some articles speak of 5g and none of 6g. */
    private Optional<SlotConflict> unknownGeneration(Slots asked) {
        var wanted = asked.all().stream().filter(Slot::isGeneration).toList();
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        var known = ranked.stream()
                .flatMap(it -> definite(it).stream())
                .flatMap(it -> it.all().stream())
                .filter(Slot::isGeneration)
                .toList();
        return wanted.stream()
                .filter(it -> !known.isEmpty() && known.stream().noneMatch(it::agreesWith))
                .findFirst()
                .map(it -> new SlotConflict(
                        it.kind(),
                        it.said(),
                        known.stream().map(Slot::said).distinct().toList()));
    }

    private void compareSiblings() {
        for (var one : ranked) {
            for (var other : ranked) {
                if (one != other && !holds(one) && !holds(other)) {
                    sibling(one, other).ifPresent(it -> conflicts.put(one, it));
                }
            }
        }
    }

    /** Whether the query names the other rather than this one. */
    private Optional<SlotConflict> sibling(Ranker.Ranked one, Ranker.Ranked other) {
        return Siblings.conflict(asked, title(one).key(), title(other).key());
    }

    private static Title title(Ranker.Ranked article) {
        return article.entry().best().row().passage().heading();
    }

    boolean holds(Ranker.Ranked article) {
        return conflicts.containsKey(article);
    }

    /**
     * What sets an article apart from its siblings is all the more reason for it, when the query says so; what only took a
     * stranger's place is as sure as noise.
     *
     * @param before as sure as it would be without strangers
     */
    double confidence(Ranker.Ranked article, double before) {
        boolean named =
                conflicts.keySet().stream().anyMatch(it -> sibling(it, article).isPresent());
        if (named) {
            double odds = NAMED * before / Math.max(LEAST, 1 - before);
            return odds / (1 + odds);
        }
        return article == ranked.getFirst() ? before : Math.min(before, MOST);
    }

    /** Those that were ranked before it. */
    List<Stranger> before(Ranker.Ranked first) {
        var before = new ArrayList<Stranger>();
        for (var it : ranked) {
            if (it == first && !holds(it)) {
                break;
            }
            var conflict = conflicts.get(it);
            if (conflict != null) {
                before.add(new Stranger(it.entry().best().row().slug(), conflict));
            }
        }
        return before;
    }
}
