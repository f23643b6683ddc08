package dev.yiwen.answer.decision;

import dev.yiwen.retrieval.Candidate;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How much of what a message is about a question says, too: pairs of its characters, without how one asks. */
final class SharedContent {
    private static final Pattern ASKING = Pattern.compile(
            "怎么样|怎么办|怎么|怎样|如何|什么时候|什么|哪里|哪个|哪些|多少|几点|几个|为什么|能不能|可不可以|有没有|是不是|可以|需要|请问|麻烦|还有|以及|一个|一下|我们|你们"
                    + "|[咋啥哪吗么呢的了是我你您他她它能要想有吧啊呀和跟与在就也都还个把给被]|[^\\p{L}\\p{N}]+");
    private static final Pattern LATIN = Pattern.compile("[a-z0-9]+");
    // A letter is compared by its beginning.
    private static final int LONGEST = 200;

    private SharedContent() {}

    /** The share of the message's pairs that the candidate's question or best passage holds, 0 to 1; 1 for a message without any. */
    static double of(String message, Candidate candidate) {
        Set<String> asked = of(message);
        String said = plain(candidate.title() + " " + candidate.passage());
        return asked.isEmpty()
                ? 1
                : (double) asked.stream().filter(said::contains).count() / asked.size();
    }

    static Set<String> of(String text) {
        String plain = plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        var content = new LinkedHashSet<String>();
        LATIN.matcher(plain).results().forEach(it -> content.add(it.group()));
        for (String run : ASKING.split(LATIN.matcher(plain).replaceAll(" "))) {
            for (int i = 0; i + 2 <= run.length(); i++) {
                content.add(run.substring(i, i + 2));
            }
        }
        return content;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
