package dev.yiwen.retrieval.text;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Brings what people type into one form: full width, traditional characters, case, emoji, spaces. */
public final class Normaliser {
    /** Pictures, private use, control and format characters (zero-width joiners, byte order marks). */
    private static final Pattern NOISE =
            Pattern.compile("[\\p{So}\\p{Sk}\\p{Cn}\\p{Co}\\p{Cs}\\p{Cf}\\p{Cc}&&[^\\n\\t]]+|\\uFE0F");

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Said to be polite, at the beginning or the end, and never what the question is about. */
    private static final Pattern COURTESY = Pattern.compile(
            "^(?:你好|您好|请问|麻烦|请教|咨询|想问|问一下|问下|我想问|我想咨询|想咨询|一下|客服|在吗|亲)++" + "|(?:谢谢您|谢谢你|谢谢|多谢|感谢|麻烦了)++$");

    private static final String LATIN_PUNCTUATION = ",;:?!()";
    private static final String CHINESE_PUNCTUATION = "，；：？！（）";

    private Normaliser() {}

    /** The text as it is embedded and split into words. */
    public static String text(String raw) {
        var form = Normalizer.normalize(raw, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        form = SPACE.matcher(NOISE.matcher(form).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return withChinesePunctuation(simplified(form));
    }

    /** The model has learned Chinese text with its own commas and question marks; NFKC makes Latin ones of them. */
    private static String withChinesePunctuation(String text) {
        char[] characters = text.toCharArray();
        for (int i = 0; i < characters.length; i++) {
            int sign = LATIN_PUNCTUATION.indexOf(characters[i]);
            if (sign >= 0 && (isHan(text, i - 1) || isHan(text, i + 1))) {
                characters[i] = CHINESE_PUNCTUATION.charAt(sign);
            }
        }
        return new String(characters);
    }

    private static boolean isHan(String text, int index) {
        return index >= 0
                && index < text.length()
                && Character.UnicodeScript.of(text.charAt(index)) == Character.UnicodeScript.HAN;
    }

    /** What is left without punctuation, spaces and courtesies: equal keys are the same question. */
    public static String key(String raw) {
        var words = NOT_WORD.matcher(text(raw)).replaceAll("");
        var core = COURTESY.matcher(words).replaceAll("");
        return core.isEmpty() ? words : core;
    }

    private static String simplified(String text) {
        return ZhConverterUtil.containsTraditional(text) ? ZhConverterUtil.toSimple(text) : text;
    }
}
