package dev.yiwen.assist.procedure;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A stretch of speech without a pause, in lower case and without marks.
 *
 * @param asked whether a question mark ends it
 */
record Clause(String text, boolean asked) {
    private static final Pattern PAUSE = Pattern.compile("[^\\p{L}\\p{N}?%.]+|\\.(?!\\d)|\\?+");
    private static final int LONGEST = 2_000;

    /** Each clause, and each with the next: a pause may fall anywhere in what is spoken. */
    static List<Clause> of(String said) {
        var single = single(said);
        var all = new ArrayList<>(single);
        for (var i = 0; i + 1 < single.size(); i++) {
            if (!single.get(i).asked) {
                all.add(single.get(i).and(single.get(i + 1)));
            }
        }
        return all;
    }

    /** A whole example: its marks say nothing but whether it asks. */
    static Clause whole(String example) {
        return single(example).stream().reduce(Clause::and).orElse(new Clause("", false));
    }

    private static List<Clause> single(String said) {
        var text = SpokenNumbers.inDigits(
                Normalizer.normalize(said, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
        var cut = text.length() <= LONGEST ? text : text.substring(text.length() - LONGEST);
        var all = new ArrayList<Clause>();
        var from = 0;
        var pauses = PAUSE.matcher(cut);
        while (pauses.find()) {
            if (pauses.start() > from) {
                all.add(new Clause(
                        cut.substring(from, pauses.start()), pauses.group().contains("?")));
            }
            from = pauses.end();
        }
        if (from < cut.length()) {
            all.add(new Clause(cut.substring(from), false));
        }
        return all;
    }

    private Clause and(Clause next) {
        return new Clause(text + next.text, asked || next.asked);
    }
}
