package dev.yiwen.answer.decision;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two titles ask the same thing, so that offering both would waste a choice. */
final class SameQuestion {
    // Of the starter knowledge's 164 titles one pair shares more of its character pairs than this.
    private static final double PAIRS = 0.55;
    // None shares more of the characters that say what is asked about.
    private static final double CHARACTERS = 0.75;

    /** How one asks, and not about what. */
    private static final Pattern ASKING = Pattern.compile("怎么样|怎么办|怎么|怎样|如何|咋|什么|哪里|请问|吗|呢|的|了|是|我|[^\\p{L}\\p{N}]");

    private SameQuestion() {}

    static boolean asks(String a, String b) {
        return a.equals(b)
                || dice(parts(a, 2), parts(b, 2)) > PAIRS
                || dice(parts(matter(a), 1), parts(matter(b), 1)) > CHARACTERS;
    }

    private static String matter(String title) {
        return ASKING.matcher(title).replaceAll("");
    }

    private static double dice(Set<String> a, Set<String> b) {
        long shared = a.stream().filter(b::contains).count();
        return 2.0 * shared / Math.max(1, a.size() + b.size());
    }

    private static Set<String> parts(String text, int length) {
        var parts = new HashSet<String>();
        for (int i = 0; i + length <= text.length(); i++) {
            parts.add(text.substring(i, i + length));
        }
        return parts;
    }
}
