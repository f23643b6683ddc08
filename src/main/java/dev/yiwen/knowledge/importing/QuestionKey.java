package dev.yiwen.knowledge.importing;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** When two questions are one: full or half width, capitals, spaces, punctuation and traditional characters make no other. */
public final class QuestionKey {
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private QuestionKey() {}

    /** Equal for the same question. */
    public static String key(String question) {
        var form = NOT_WORD.matcher(
                        Normalizer.normalize(question, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT))
                .replaceAll("");
        return ZhConverterUtil.containsTraditional(form) ? ZhConverterUtil.toSimple(form) : form;
    }

    /** Pairs of neighbouring signs. */
    static Set<String> pairs(String key) {
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < key.length(); i++) {
            pairs.add(key.substring(i, i + 2));
        }
        return pairs;
    }
}
