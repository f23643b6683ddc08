package dev.yiwen.llm;

/** How many tokens a text has, for servers that do not say. */
final class TokenCount {
    private static final int LETTERS_A_TOKEN = 4;

    private TokenCount() {}

    /** Rather too many than too few: one a Chinese character, one for four letters of others. */
    static int of(String text) {
        long han = text.codePoints()
                .filter(it -> Character.UnicodeScript.of(it) == Character.UnicodeScript.HAN)
                .count();
        long others = text.codePointCount(0, text.length()) - han;
        return (int) (han + (others + LETTERS_A_TOKEN - 1) / LETTERS_A_TOKEN);
    }
}
