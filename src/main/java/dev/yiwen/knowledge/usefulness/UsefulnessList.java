package dev.yiwen.knowledge.usefulness;

import dev.yiwen.knowledge.ArticleCounts.Measure;
import dev.yiwen.knowledge.Editor;
import dev.yiwen.knowledge.usefulness.Usefulness.Counts;
import dev.yiwen.knowledge.usefulness.Usefulness.Standing;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All live articles as an editor wants them: what to do first comes first. */
final class UsefulnessList {
    /**
     * Whom it did not help, or will not; then what nobody has looked at, the most shown first; what nobody got comes last but for what
     * is in order.
     */
    private static final Comparator<Usefulness> FIRST = Comparator.comparingInt(Usefulness::cost)
            .reversed()
            .thenComparing(it -> !it.standing().contains(Standing.STALE))
            .thenComparing(it -> !it.standing().contains(Standing.ORPHAN))
            .thenComparing(it -> -it.counts().get(Measure.SHOWN))
            .thenComparing(Usefulness::slug);

    private final List<Usefulness> all;
    private final List<Usefulness> passing;

    /**
     * @param all judged
     * @param mine whose articles alone; null for everybody's
     * @param standing null for any
     * @param words part of the title or the slug; null for any
     */
    UsefulnessList(List<Usefulness> all, @Nullable Editor mine, @Nullable Standing standing, @Nullable String words) {
        this.all = all.stream()
                .filter(it -> mine == null || mine.is(it.author(), it.authorId()))
                .toList();
        var part = words == null ? "" : words.strip();
        passing = this.all.stream()
                .filter(it -> standing == null || it.standing().contains(standing))
                .filter(it -> it.title().contains(part) || it.slug().contains(part))
                .sorted(FIRST)
                .toList();
    }

    List<Usefulness> passing() {
        return passing;
    }

    /** @param page from 0 */
    List<Usefulness> page(int page, int size) {
        return passing.stream()
                .skip(Math.max(0, (long) page * size))
                .limit(size)
                .toList();
    }

    /** How many there are of each, whatever is filtered but whose they are. */
    Map<Standing, Integer> standings() {
        var counts = new EnumMap<Standing, Integer>(Standing.class);
        all.forEach(it -> it.standing().forEach(one -> counts.merge(one, 1, Integer::sum)));
        return counts;
    }

    int size() {
        return all.size();
    }

    /** Of all together, whatever is filtered but whose they are. */
    Counts sum() {
        return all.stream().map(Usefulness::counts).reduce(Counts.NONE, Counts::plus);
    }
}
