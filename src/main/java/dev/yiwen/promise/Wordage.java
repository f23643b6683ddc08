package dev.yiwen.promise;

import dev.yiwen.reading.Amounts;
import dev.yiwen.reading.SpokenAmounts;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** The words of a text apart from its amounts: pairs of Chinese characters, and whole words of other letters. */
final class Wordage {
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[a-z][a-z0-9+]*");
    /** What people say between the words that matter. */
    private static final Pattern FILLING = Pattern.compile(
            "您好|您|你|我们|咱们|咱|我|这边|那边|这个|那个|这样|那么|的话|就是|就|是的|是|的|了|呢|吧|啊|呀|哦|嗯|都|也|还|会|能|可以|给|帮|跟|和|把|在|有|要|一下|大概|大约|左右|差不多|目前|现在|这里|一共|总共|每个月|每月|一个月|块钱|元|块|里面|里|上|到|啦|嘛|先|再|从|对|所以|因为|如果|只要|只|办理|请");

    private Wordage() {}

    /** @param written in the form of {@link SpokenAmounts} */
    static Set<String> of(String written) {
        var terms = new HashSet<String>();
        var run = RUN.matcher(FILLING.matcher(Amounts.without(written)).replaceAll(" "));
        while (run.find()) {
            String word = run.group();
            if (word.charAt(0) < 128) {
                terms.add(word);
            } else {
                for (int at = 0; at + 2 <= word.length(); at++) {
                    terms.add(word.substring(at, at + 2));
                }
            }
        }
        return terms;
    }
}
