package dev.yiwen.assist.procedure;

import dev.yiwen.knowledge.Procedure.Speaker;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Whether what somebody said is what an editor's example says. The words must be there, nearly all and close together, and
 * be meant as they are meant in the example: 没重启 is not 重启了, and neither is 重启了吗, 要是重启 or 我想重启.
 */
public final class DoneWords {
    /** Of an example's characters that must be there, where it has more than three. */
    private static final double ENOUGH = 0.8;

    private static final int SHORT = 3;
    /** Characters of a part that may stand before or behind the other. */
    private static final int PART = 2;

    private static final Pattern WEIGHTY = Pattern.compile("[\\da-z零一二三四五六七八九十百千万两半]");

    private final Clause example;
    /** The example's words, and the same the other way round: 重启光猫 is 光猫重启. */
    private final List<String> wanted;
    /** Whether the example leaves nothing out, and neither may what is compared with it. */
    private final boolean whole;

    public DoneWords(String example) {
        this.example = Clause.whole(example);
        var own = SpokenWords.of(this.example);
        whole = own.isWhole(this.example);
        var words = own.text();
        wanted = Stream.concat(
                        Stream.of(words),
                        IntStream.rangeClosed(PART, words.length() - PART)
                                .mapToObj(it -> words.substring(it) + words.substring(0, it)))
                .toList();
    }

    /** Whether {@code said} proves it, who says it being {@code by} (agent or customer). */
    boolean areIn(String said, Speaker by) {
        var meant = Meant.of(example, by);
        return Clause.of(said).stream().anyMatch(it -> areIn(it, by, meant));
    }

    /** The same of what a customer tells, who may ask why, or wish it were not so: 怎么又没信号了 tells of 没信号. */
    public boolean areToldIn(String said) {
        var meant = Meant.of(example, Speaker.CUSTOMER).told();
        return Clause.of(said).stream().anyMatch(it -> areIn(it, Speaker.CUSTOMER, meant));
    }

    /** They may stand there more than once, differently meant each time. */
    private boolean areIn(Clause said, Speaker by, Meant meant) {
        var words = whole ? SpokenWords.whole(said) : SpokenWords.of(said);
        return hasMost(words.text())
                && wanted.stream()
                        .anyMatch(order -> IntStream.range(0, words.text().length())
                                .filter(from -> order.indexOf(words.text().charAt(from)) >= 0)
                                .anyMatch(from -> areFrom(from, order, said, words, by, meant)));
    }

    /** What lacks the characters need not be looked at closely; most of what is said lacks them. */
    private boolean hasMost(String text) {
        var own = wanted.getFirst();
        return own.chars().filter(it -> text.indexOf(it) >= 0).count() >= ENOUGH * own.length();
    }

    private static boolean areFrom(int from, String order, Clause said, SpokenWords words, Speaker by, Meant meant) {
        var length = order.length();
        var widest = length <= SHORT ? length + 1 : length * 3 / 2 + 2;
        var window = words.text().substring(from, Math.min(words.text().length(), from + widest));
        var common = Common.of(order, window);
        return isEnough(order, common)
                && Meant.around(said, words.at(from), words.at(from + common.end() - 1) + 1, by)
                        .fits(meant);
    }

    private static boolean isEnough(String order, Common common) {
        var length = order.length();
        return common.length() >= (length <= SHORT ? length : ENOUGH * length)
                && WEIGHTY.matcher(order).results().allMatch(it -> common.holds(it.start()));
    }
}
