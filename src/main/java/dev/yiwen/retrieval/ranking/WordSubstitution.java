package dev.yiwen.retrieval.ranking;

import com.huaban.analysis.jieba.JiebaSegmenter.SegMode;
import dev.yiwen.reading.Slot;
import dev.yiwen.reading.SlotConflict;
import dev.yiwen.retrieval.embedding.Vectors;
import dev.yiwen.shared.Nouns;
import dev.yiwen.shared.SectionFile;
import dev.yiwen.shared.Segmenter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A noun of the query that no article near it says, and the words that stand in its place where the first article is asked
 * for: 座机怎么移机 has 座机 where the article's 宽带怎么移机 has 宽带. Whether they mean the same their vectors tell ({@link
 * #isAnother}).
 *
 * @param asked the query's word
 * @param instead the article's words in its place
 */
public record WordSubstitution(String asked, List<String> instead) {
    /**
     * Cosine of two words' vectors from which they may mean the same. On the even halves 座机 and 宽带 have .35, 周末 and 夜间 .48,
     * 残疾人 and 老人 .58; 箱子 and 行李箱 .76, 儿子 and 孩子 .80.
     */
    private static final double SAME = 0.64;

    /** Articles beside the first that may say the word. */
    private static final int NEAR = 12;

    private static final int LONGEST = 4;
    /** Words that may stand between the noun and what is asked of it. */
    private static final int REACH = 3;

    private static final Map<String, List<String>> LISTS = SectionFile.read("retrieval/substitution.txt");
    private static final Set<String> FUNCTION = listed("function");
    private static final Set<String> CIRCUMSTANCE = listed("circumstance");
    private static final Set<String> BEGINNINGS = listed("beginning");

    /**
     * Where a word stands: before what is asked of it (座机怎么移机: 移机), or at the end, after what is done with it (开通座机).
     *
     * @param beside that word; empty where a particle or nothing stands
     */
    private record Place(String beside, boolean atEnd) {
        static Place of(List<String> words, int at) {
            for (int i = at + 1; i < Math.min(words.size(), at + 1 + REACH); i++) {
                if (!FUNCTION.contains(words.get(i))) {
                    return new Place(words.get(i), false);
                }
            }
            String before = at == 0 ? "" : words.get(at - 1);
            boolean done = !FUNCTION.contains(before) && !isNoun(before);
            return new Place(done ? before : "", true);
        }

        boolean isTelling() {
            return beside.length() > 1;
        }
    }

    public WordSubstitution {
        instead = List.copyOf(instead);
    }

    /**
     * Of the first of these, if there is any.
     *
     * @param ranked best first
     */
    static Optional<WordSubstitution> in(SearchText query, List<Ranker.Ranked> ranked) {
        var near = ranked.subList(0, Math.min(NEAR, ranked.size()));
        var words = words(query.text());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            var place = Place.of(words, i);
            if (place.isTelling() && mayTell(word) && near.stream().noneMatch(it -> says(it, word))) {
                var instead = instead(query.text(), word, place, ranked.getFirst());
                if (!instead.isEmpty()) {
                    return Optional.of(new WordSubstitution(word, List.copyOf(instead)));
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the query's word means something else than each of the article's, by the cosines of their vectors. */
    public boolean isAnother(float[] asked, List<float[]> instead) {
        return instead.stream().noneMatch(it -> Vectors.product(asked, it) >= SAME);
    }

    SlotConflict conflict() {
        return new SlotConflict(Slot.Kind.WORD, asked, instead);
    }

    private static boolean mayTell(String word) {
        return word.length() > 1
                && word.length() <= LONGEST
                && word.codePoints().allMatch(Character::isIdeographic)
                && isNoun(word)
                && !FUNCTION.contains(word)
                && !CIRCUMSTANCE.contains(word)
                && BEGINNINGS.stream().noneMatch(word::startsWith);
    }

    static boolean isFunction(String word) {
        return FUNCTION.contains(word);
    }

    private static boolean isNoun(String word) {
        return Nouns.contains(word) || Nouns.isTime(word);
    }

    static boolean says(Ranker.Ranked article, String word) {
        return article.entry().best().row().passage().heading().normalised().contains(word)
                || article.entry().found().stream()
                        .anyMatch(it -> it.row().passage().shape().text().contains(word));
    }

    private static Set<String> instead(String query, String word, Place place, Ranker.Ranked article) {
        var instead = new LinkedHashSet<String>();
        var entry = article.entry();
        Stream.concat(
                        Stream.of(entry.best().row().passage().heading().normalised()),
                        entry.found().stream()
                                .filter(it -> it.row().passage().asks())
                                .map(it -> it.row().passage().shape().text()))
                .filter(it -> it.contains(place.beside()))
                .distinct()
                .map(WordSubstitution::words)
                .forEach(words -> {
                    for (int i = 0; i < words.size(); i++) {
                        String other = words.get(i);
                        if (Place.of(words, i).equals(place)
                                && mayTell(other)
                                && Nouns.isTime(other) == Nouns.isTime(word)
                                && !query.contains(other)) {
                            instead.add(other);
                        }
                    }
                });
        return instead.stream().anyMatch(it -> word.contains(it) || it.contains(word)) ? Set.of() : instead;
    }

    /** Without marks. */
    static List<String> words(String text) {
        return Segmenter.words(text, SegMode.SEARCH).stream()
                .map(it -> it.word)
                .filter(it -> it.codePoints().anyMatch(Character::isLetterOrDigit))
                .toList();
    }

    private static Set<String> listed(String section) {
        return Set.copyOf(LISTS.getOrDefault(section, List.of()).stream()
                .flatMap(it -> Stream.of(it.split(" +")))
                .toList());
    }
}
