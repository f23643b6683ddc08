package dev.yiwen.retrieval.ranking;

import dev.yiwen.reading.Slot;
import dev.yiwen.reading.SlotConflict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Questions that are the same but for one place: 杭州 or 宁波 上门费多少钱. What stands there tells them apart. */
final class Siblings {
    /** In characters. */
    private static final int LONGEST_DIFFERENCE = 8;

    /** How one asks tells nothing apart. */
    private static final Pattern ASKING = Pattern.compile("(?:怎么样?|怎样|如何|什么|哪[个些里家]?|几|多少|为什么|吗|呢|的|了|是|有|我|能|可以|要)+");

    private static final int LEAST_IN_COMMON = 4;

    private Siblings() {}

    /** What two questions have in common, and what each has in the one place. */
    private record Difference(String one, String other, int from, String here, String there) {
        static Optional<Difference> of(String one, String other) {
            int prefix = commonPrefix(one, other);
            int suffix = commonSuffix(one, other, prefix);
            var difference = new Difference(
                    one,
                    other,
                    prefix,
                    one.substring(prefix, one.length() - suffix),
                    other.substring(prefix, other.length() - suffix));
            return difference.tells(prefix + suffix) ? Optional.of(difference) : Optional.empty();
        }

        private boolean tells(int common) {
            return common >= LEAST_IN_COMMON
                    && Math.max(here.length(), there.length()) <= Math.min(LONGEST_DIFFERENCE, common)
                    && (here.isEmpty() || there.isEmpty() || !here.contains(there) && !there.contains(here))
                    && !ASKING.matcher(here + there).matches();
        }
    }

    /**
     * Whether the query says what the other question says in that place, and not what this one does.
     *
     * @param asked the query, as the titles in the form of {@link dev.yiwen.retrieval.text.Normaliser#key}
     */
    static Optional<SlotConflict> conflict(String asked, String mine, String theirs) {
        return Difference.of(mine, theirs)
                .filter(it -> !it.there.isEmpty())
                .filter(it -> asked.contains(telling(it.other, it.there, it.from))
                        && (it.here.isEmpty() || !asked.contains(telling(it.one, it.here, it.from))))
                .map(it -> new SlotConflict(Slot.Kind.CONTRAST, it.there, List.of(it.here)));
    }

    /** A single character tells little without its neighbour. */
    private static String telling(String question, String difference, int from) {
        if (difference.length() > 1) {
            return difference;
        }
        int to = from + difference.length();
        return to < question.length()
                ? question.substring(from, to + 1)
                : question.substring(Math.max(0, from - 1), to);
    }

    private static int commonPrefix(String a, String b) {
        int most = Math.min(a.length(), b.length());
        int length = 0;
        while (length < most && a.charAt(length) == b.charAt(length)) {
            length++;
        }
        while (length > 0 && splits(a, length) | splits(b, length)) {
            length--;
        }
        return length;
    }

    private static int commonSuffix(String a, String b, int prefix) {
        int most = Math.min(a.length(), b.length()) - prefix;
        int length = 0;
        while (length < most && a.charAt(a.length() - 1 - length) == b.charAt(b.length() - 1 - length)) {
            length++;
        }
        while (length > 0 && (splits(a, a.length() - length) || splits(b, b.length() - length))) {
            length--;
        }
        return length;
    }

    /** Whether a number or a Latin word goes on there. */
    private static boolean splits(String text, int at) {
        return at > 0 && at < text.length() && isCode(text.charAt(at - 1)) && isCode(text.charAt(at));
    }

    private static boolean isCode(char it) {
        return it < 128 && Character.isLetterOrDigit(it);
    }
}
