package dev.yiwen.answer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Checks a model's draft against the passage that it was written from, sentence by sentence. Own code, no second model:
 * what it lets through can be explained.
 */
final class Verifier {
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[。！？!?；;\\n])");
    // 99, 99.5, 1000M, 3-5, 10055, 30%: as written, unit and all.
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.:：]\\d+)*");
    private static final Pattern NUMERAL = Pattern.compile("[一二三四五六七八九十百千万两半]+(?=[元块折年月日天周个小时分钟次倍岁期兆gG%％])");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z][A-Za-z0-9+-]{1,}");
    private static final Pattern PROMISE = Pattern.compile("保证|承诺|一定|肯定|绝对|免费|赔偿|退款|退还|减免|优惠|赠送|无条件|永久");
    private static final Pattern BULLET = Pattern.compile("(?m)^\\s*(?:\\d+[.、)）]|[-*•])\\s*");
    // Share of a sentence's character pairs that the passage must hold. Rewordings of it keep about two thirds.
    private static final double SUPPORT = 0.5;
    // A draft that lost more than this share of its text says too little.
    private static final double LEFT = 0.6;

    private Verifier() {}

    /** The sentences that {@code passage} supports, or nothing when too little is left. */
    static Optional<String> supported(String draft, String passage) {
        String source = plain(passage);
        Set<String> pairs = pairs(source);
        var kept = new ArrayList<String>();
        int all = 0;
        int left = 0;
        for (String sentence : SENTENCE_END.split(draft)) {
            all += sentence.strip().length();
            if (holds(sentence, source, pairs)) {
                kept.add(sentence);
                left += sentence.strip().length();
            }
        }
        String text = String.join("", kept).strip();
        return all == 0 || text.length() < 4 || (double) left / all < LEFT ? Optional.empty() : Optional.of(text);
    }

    private static boolean holds(String sentence, String source, Set<String> sourcePairs) {
        String words = plain(BULLET.matcher(sentence).replaceAll(""));
        if (words.isBlank()) {
            return true;
        }
        for (Pattern fact : List.of(NUMBER, NUMERAL, LATIN, PROMISE)) {
            var found = fact.matcher(words);
            while (found.find()) {
                if (!contains(source, found.group())) {
                    return false;
                }
            }
        }
        Set<String> pairs = pairs(words);
        long shared = pairs.stream().filter(sourcePairs::contains).count();
        return pairs.isEmpty() || (double) shared / pairs.size() >= SUPPORT;
    }

    /** As a whole: 9 is not in 99, M is not in MB. */
    private static boolean contains(String source, String fact) {
        boolean ascii = fact.chars().allMatch(it -> it < 0x80);
        String edge = ascii ? "[a-z0-9.]" : "[一二三四五六七八九十百千万两半]";
        String before = ascii ? "(?<![a-z0-9]|\\d\\.)" : "(?<!" + edge + ")";
        String after = ascii ? "(?![a-z0-9]|\\.\\d)" : "(?!" + edge + ")";
        boolean number = ascii && Character.isDigit(fact.charAt(0));
        if (number) {
            before = "(?<!\\d|\\d\\.)";
            after = "(?!\\d|\\.\\d)";
        } else if (PROMISE.matcher(fact).matches()) {
            return source.contains(fact);
        }
        return Pattern.compile(before + Pattern.quote(fact) + after)
                .matcher(source)
                .find();
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("*", "")
                .replace("`", "");
    }

    private static Set<String> pairs(String text) {
        String words = text.replaceAll("[^\\p{L}\\p{N}]+", "");
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= words.length(); i++) {
            pairs.add(words.substring(i, i + 2));
        }
        return pairs;
    }
}
