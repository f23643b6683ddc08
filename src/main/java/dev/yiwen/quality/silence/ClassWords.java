package dev.yiwen.quality.silence;

import com.huaban.analysis.jieba.JiebaSegmenter.SegMode;
import dev.yiwen.shared.ResourceLines;
import dev.yiwen.shared.Segmenter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words that tell a group of texts from the others: class-based TF-IDF (Grootendorst 2022), by which a word weighs how often it
 * stands in the group times {@code log(1 + A / f)}, A being the mean number of words of a group and f how often it stands in all.
 */
final class ClassWords {
    private static final Set<String> EMPTY = Stream.of("retrieval/stop-words.txt", "quality/silence/asking-words.txt")
            .flatMap(it -> ResourceLines.of(it).stream())
            .collect(Collectors.toUnmodifiableSet());
    /** In how many texts of a group a word has to stand: one person's words are not a topic. */
    private static final int SAID = 2;

    private ClassWords() {}

    /** Of each group, the weightiest first; fewer than {@code most} where there are not so many. */
    static List<List<String>> of(List<List<String>> groups, int most) {
        var counts = groups.stream().map(ClassWords::counts).toList();
        var all = new HashMap<String, Integer>();
        counts.forEach(each -> each.forEach((word, count) -> all.merge(word, count.times, Integer::sum)));
        double mean = all.values().stream().mapToInt(it -> it).sum() / (double) Math.max(1, groups.size());
        return counts.stream()
                .map(each -> each.entrySet().stream()
                        .filter(it -> it.getValue().texts >= SAID)
                        .sorted(Comparator.<Map.Entry<String, Count>>comparingDouble(
                                        it -> -weight(it.getValue(), mean, all.getOrDefault(it.getKey(), 1)))
                                .thenComparing(Map.Entry::getKey))
                        .limit(most)
                        .map(Map.Entry::getKey)
                        .toList())
                .toList();
    }

    private static double weight(Count count, double mean, int everywhere) {
        return count.times * Math.log(1 + mean / everywhere);
    }

    /** @param texts in how many of them */
    private record Count(int times, int texts) {
        Count plus(Count other) {
            return new Count(times + other.times, texts + other.texts);
        }
    }

    private static Map<String, Count> counts(List<String> texts) {
        var counts = new HashMap<String, Count>();
        for (String text : texts) {
            var words = words(text);
            var once = new HashSet<String>();
            words.forEach(it -> counts.merge(it, new Count(1, once.add(it) ? 1 : 0), Count::plus));
        }
        return counts;
    }

    /** Of at least two characters, and no figures; personal data left their kind in brackets, which is no word of anybody's. */
    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        int bracket = 0;
        for (var token : Segmenter.words(text, SegMode.SEARCH)) {
            var word = token.word.strip();
            bracket += word.equals("[") ? 1 : word.equals("]") ? -1 : 0;
            if (bracket <= 0
                    && word.codePointCount(0, word.length()) > 1
                    && word.codePoints().allMatch(Character::isLetter)
                    && !EMPTY.contains(word)) {
                words.add(word);
            }
        }
        return words;
    }
}
