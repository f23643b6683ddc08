package dev.yiwen.assist.procedure;

/**
 * The characters of one text that stand in another in the same order: as many as possible.
 *
 * @param length how many
 * @param end behind the last of them, in the other text
 */
record Common(int length, int end, boolean[] held) {

    static Common of(String wanted, String other) {
        var lengths = new int[wanted.length() + 1][other.length() + 1];
        for (var i = 1; i <= wanted.length(); i++) {
            for (var j = 1; j <= other.length(); j++) {
                lengths[i][j] = wanted.charAt(i - 1) == other.charAt(j - 1)
                        ? lengths[i - 1][j - 1] + 1
                        : Math.max(lengths[i - 1][j], lengths[i][j - 1]);
            }
        }
        var held = new boolean[wanted.length()];
        var end = 0;
        var i = wanted.length();
        var j = other.length();
        while (i > 0 && j > 0) {
            if (lengths[i][j] == lengths[i][j - 1]) {
                j--;
            } else if (lengths[i][j] == lengths[i - 1][j]) {
                i--;
            } else {
                end = Math.max(end, j);
                held[i - 1] = true;
                i--;
                j--;
            }
        }
        return new Common(lengths[wanted.length()][other.length()], end, held);
    }

    /** Whether the character at that place of the first text is among them. */
    boolean holds(int place) {
        return held[place];
    }
}
