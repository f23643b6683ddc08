package dev.yiwen.triage.emotion;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a text is made of, as numbers of buckets: its characters and pairs of them, beginnings and ends of its clauses, how it
 * is punctuated, and how strong its angry words are. Only hashes are kept, so that no text can be read from what was fitted.
 */
final class Grams {
    private static final int BITS = 17;
    static final int BUCKETS = 1 << BITS;

    private static final int FIRST = 2_000;
    private static final int SHORT_CLAUSE = 5;
    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");
    private static final Pattern QUOTED_AUTHOR = Pattern.compile("//@[^:：]{1,30}[:：]");
    private static final Pattern MENTION = Pattern.compile("@\\S+");
    private static final Pattern DIGITS = Pattern.compile("\\d+");
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern LONG_RUN = Pattern.compile("(.)\\1{3,}");
    private static final Pattern CLAUSE_END = Pattern.compile("[，。！？,.!?;；、\\s~…]+");
    private static final Pattern EMOJI = Pattern.compile("\\[[^\\]]{1,8}]");
    private static final Pattern EXCLAMATION = Pattern.compile("[!！]");
    private static final Pattern QUESTION = Pattern.compile("[?？]");
    private static final Pattern TRAILING_OFF = Pattern.compile("\\.\\.|。。|…");

    private Grams() {}

    /** Each bucket once, in no order. */
    static int[] of(Words words) {
        var text = cleaned(words.text());
        var buckets = new HashSet<Integer>();
        for (int i = 0; i < text.length(); i++) {
            add(buckets, 'c', text.substring(i, i + 1));
        }
        var framed = "^" + text + "$";
        for (int i = 0; i + 2 <= framed.length(); i++) {
            add(buckets, 'p', framed.substring(i, i + 2));
        }
        for (String clause : CLAUSE_END.split(text)) {
            addClause(buckets, clause);
        }
        EMOJI.matcher(text).results().forEach(it -> add(buckets, 'm', it.group()));
        addCount(buckets, '!', EXCLAMATION, text);
        addCount(buckets, '?', QUESTION, text);
        addCount(buckets, '.', TRAILING_OFF, text);
        add(buckets, 'l', String.valueOf(32 - Integer.numberOfLeadingZeros(text.length())));
        add(buckets, 'a', String.valueOf(Math.round(4 * words.angryWords())));
        return buckets.stream().mapToInt(Integer::intValue).toArray();
    }

    private static String cleaned(String text) {
        var form = text.length() <= FIRST ? text : text.substring(0, FIRST);
        form = ADDRESS.matcher(form).replaceAll("");
        form = QUOTED_AUTHOR.matcher(form).replaceAll("/");
        form = MENTION.matcher(form).replaceAll("@");
        form = DIGITS.matcher(form).replaceAll("0");
        form = SPACE.matcher(form).replaceAll(" ");
        return LONG_RUN.matcher(form).replaceAll("$1$1$1");
    }

    private static void addClause(Set<Integer> buckets, String clause) {
        if (clause.isEmpty()) {
            return;
        }
        add(buckets, 'b', clause.substring(0, Math.min(2, clause.length())));
        add(buckets, 'e', clause.substring(Math.max(0, clause.length() - 2)));
        if (clause.length() <= SHORT_CLAUSE) {
            add(buckets, 'w', clause);
        }
    }

    private static void addCount(Set<Integer> buckets, char kind, Pattern pattern, String text) {
        add(
                buckets,
                kind,
                String.valueOf(Math.min(5, pattern.matcher(text).results().count())));
    }

    /** The last steps are MurmurHash3's, which spread what a string's own hash leaves close together. */
    private static void add(Set<Integer> buckets, char kind, String gram) {
        int hash = 31 * gram.hashCode() + kind * 0x9E3779B1;
        hash ^= hash >>> 16;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash *= 0xC2B2AE35;
        hash ^= hash >>> 16;
        buckets.add(hash & (BUCKETS - 1));
    }
}
