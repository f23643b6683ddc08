package dev.yiwen.retrieval.text;

import com.huaban.analysis.jieba.JiebaSegmenter.SegMode;
import dev.yiwen.shared.Segmenter;
import java.util.ArrayList;
import java.util.List;

/** Splits normalised text into the terms of the lexical index: words by dictionary, and pairs of characters. */
public final class Terms {
    private Terms() {}

    /** All words, long ones also in their parts, so that a query may name a part. */
    public static List<String> ofDocument(String normalised) {
        return of(normalised, SegMode.INDEX);
    }

    public static List<String> ofQuery(String normalised) {
        return of(normalised, SegMode.SEARCH);
    }

    private static List<String> of(String normalised, SegMode mode) {
        var terms = new ArrayList<String>();
        for (var token : Segmenter.words(normalised, mode)) {
            if (token.word.codePoints().anyMatch(Character::isLetterOrDigit) && !StopWords.contains(token.word)) {
                terms.add(token.word);
            }
        }
        bigrams(normalised, terms);
        return terms;
    }

    /** Marked with a leading # so that a pair of characters and the word of the same characters count on their own. */
    private static void bigrams(String text, List<String> terms) {
        for (int i = 0; i + 1 < text.length(); i++) {
            if (isHan(text.charAt(i)) && isHan(text.charAt(i + 1))) {
                terms.add("#" + text.substring(i, i + 2));
            }
        }
    }

    private static boolean isHan(char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
    }
}
