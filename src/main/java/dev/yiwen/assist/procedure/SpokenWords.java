package dev.yiwen.assist.procedure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a clause says without the words that everybody puts in between.
 *
 * @param text its characters that count
 * @param places where each of them stands in the clause
 */
record SpokenWords(String text, List<Integer> places) {
    private static final Pattern BETWEEN =
            Pattern.compile("一下子?|一遍|已经|刚才|刚刚|现在|这边|那边|这个|那个|麻烦|请问|您好|你好|我们|你们|咱们|之前|稍微|好的|想要|需要"
                    + "|[请您你我他她它咱的地得了过着呢啊吧嘛呀哦噢嗯哈哎诶呃就都也还又再给帮把为是有在吗么去来个那这会先要想]");

    private static final int FEWEST = 2;

    static SpokenWords of(Clause clause) {
        var between = new boolean[clause.text().length()];
        BETWEEN.matcher(clause.text()).results().forEach(it -> {
            for (var i = it.start(); i < it.end(); i++) {
                between[i] = true;
            }
        });
        var text = new StringBuilder();
        var places = new ArrayList<Integer>();
        for (var i = 0; i < between.length; i++) {
            if (!between[i]) {
                text.append(clause.text().charAt(i));
                places.add(i);
            }
        }
        // Of an example such as 有的 nothing else would be left.
        return text.length() >= FEWEST ? new SpokenWords(text.toString(), List.copyOf(places)) : whole(clause);
    }

    /** With every character. */
    static SpokenWords whole(Clause clause) {
        var places = new ArrayList<Integer>();
        for (var i = 0; i < clause.text().length(); i++) {
            places.add(i);
        }
        return new SpokenWords(clause.text(), List.copyOf(places));
    }

    boolean isWhole(Clause clause) {
        return text.length() == clause.text().length();
    }

    /** Where the character at that place stands in the clause. */
    int at(int place) {
        return places.get(place);
    }
}
