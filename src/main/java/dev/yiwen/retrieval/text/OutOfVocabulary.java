package dev.yiwen.retrieval.text;

import dev.yiwen.retrieval.index.LexicalIndex;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Questions about names in Latin letters that no article says. Meaning alone finds something for them too: noise. */
public final class OutOfVocabulary {
    /** As sure as one may be of the article for such a question. */
    public static final double MOST_CONFIDENCE = 0.3;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]+");

    private OutOfVocabulary() {}

    /** Whether such names make up most of the rarity of a question's terms. */
    public static boolean names(List<String> terms, LexicalIndex words) {
        double all = 0;
        double outOfVocabulary = 0;
        for (String term : new HashSet<>(terms)) {
            if (!term.startsWith("#")) {
                double rarity = words.rarity(term);
                all += rarity;
                outOfVocabulary += NAME.matcher(term).matches() && !words.knows(term) ? rarity : 0;
            }
        }
        return outOfVocabulary > all / 2;
    }
}
