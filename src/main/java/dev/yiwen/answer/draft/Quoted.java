package dev.yiwen.answer.draft;

import java.util.regex.Pattern;

/** Text of others in a prompt, so that it can neither end its quotation nor look like part of the prompt. */
final class Quoted {
    // Invisible letters, direction marks, tags and selectors carry text that nobody sees.
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cf}\\p{Cc}\\p{Co}\\x{FE00}-\\x{FE0F}\\x{E0000}-\\x{E01EF}&&[^\\n\\t]]");
    private static final Pattern FENCE = Pattern.compile("`{3,}|~{3,}");
    private static final Pattern DELIMITER = Pattern.compile("<{2,}|>{2,}|<\\||\\|>");
    private static final Pattern NUMBER = Pattern.compile("\\[(\\d{1,2})](?!\\()");

    private Quoted() {}

    /** Without brackets: quotations end with angular ones, citations, tokens and roles stand in square ones. */
    static String words(String ofCustomer) {
        return FENCE.matcher(UNSEEN.matcher(ofCustomer).replaceAll(""))
                .replaceAll("…")
                .replace('<', '＜')
                .replace('>', '＞')
                .replace('[', '［')
                .replace(']', '］');
    }

    /** Markdown keeps its links. */
    static String knowledge(String text) {
        String seen = UNSEEN.matcher(text).replaceAll("");
        return NUMBER.matcher(DELIMITER.matcher(seen).replaceAll("…")).replaceAll("（$1）");
    }
}
