package dev.yiwen.reading;

import dev.yiwen.reading.Slot.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a text says is not so, or not wanted. What cannot be done (打不开), is not known (不会开通) or is only asked (能不能) is no
 * denial.
 */
final class Negations {
    private static final String AUXILIARY = "(?:想要|想|要|再|被|让|给|准备|打算)";
    private static final String UNDO = "(?:取消|关闭|关掉|解除|停止|停掉|退订|撤销|停用|去掉|删除|移除|卸载)";
    /** 别, but not that of 特别, 区别 and 别人. */
    private static final String DO_NOT = "(?<![特区分级类性个辨告离])别";

    private static final Pattern BEFORE = Pattern.compile("([\\p{IsHan}]?)(不)" + AUXILIARY
            + "{0,2}(?:自动|主动)?$|()(没有?(?:打算|准备|想|说)?要?)$|()(" + DO_NOT + "(?:再|给我|帮我|替我|自动)*)$");
    private static final Pattern DENIED =
            Pattern.compile("([\\p{IsHan}]?)(?:不" + AUXILIARY + "{0,2}|没有?(?=[\\p{IsHan}]{2}的))([\\p{IsHan}]{2})");
    /** Where 不 says nothing of what follows. */
    private static final Pattern IDIOM =
            Pattern.compile("^(?:知道|清楚|明白|懂|会|好|错|同|小心|过|管|论|仅|但|如|久|行|对|够|足|限|太|是|得|敢|记得|能|可|用|需|见"
                    + "|了|到|着|住|起|出来|上|下|动|开[了机吗呢]|掉|完|成|清|通|时|断|一样|一定|少|多|满|支持|允许|应该|该|方便|稳|在|人|这|那|叫|点)");

    private static final Pattern UNDONE = Pattern.compile(UNDO + "掉?([\\p{IsHan}]{2})");
    /** What undoes something has one of these, whatever its words. */
    private static final Pattern UNDOES = Pattern.compile("[不没未无消关解停退撤拆销删移去除卸断]");

    private static final Pattern ANY = Pattern.compile("不|没|未|无");
    private static final int NEAR = 6;

    private Negations() {}

    static boolean isIn(String text) {
        return ANY.matcher(text).find();
    }

    /** Whether the word that begins there is denied. */
    static boolean denies(String text, int start) {
        var before = BEFORE.matcher(text.substring(Math.max(0, start - NEAR), start));
        if (!before.find()) {
            return false;
        }
        int not = Math.max(0, start - NEAR) + Math.max(Math.max(before.start(2), before.start(4)), before.start(6));
        return !isAlternative(before.group(1), text.substring(not + 1));
    }

    /** 能不能. */
    private static boolean isAlternative(@Nullable String before, String after) {
        return before != null && !before.isEmpty() && after.startsWith(before);
    }

    /** Pairs of characters. */
    static Set<String> of(String text) {
        return DENIED.matcher(text)
                .results()
                .filter(it -> !isAlternative(it.group(1), text.substring(it.end(1) + 1)))
                .map(it -> it.group(2))
                .filter(it -> !IDIOM.matcher(it).lookingAt())
                .collect(Collectors.toSet());
    }

    /** The same thing, once undone, or once so and once not so; texts that deny both are not compared. */
    static Optional<SlotConflict> conflict(String asked, String title) {
        if (!UNDOES.matcher(title).find()) {
            var undone = UNDONE.matcher(asked)
                    .results()
                    .map(it -> it.group(1))
                    .filter(title::contains)
                    .findFirst();
            if (undone.isPresent()) {
                return undone.map(what -> new SlotConflict(Kind.DENIAL, "取消" + what, List.of(what)));
            }
        }
        boolean denies = isIn(asked);
        if (denies == isIn(title)) {
            return Optional.empty();
        }
        return of(denies ? asked : title).stream()
                .filter(what -> (denies ? title : asked).contains(what))
                .findFirst()
                .map(what -> denies
                        ? new SlotConflict(Kind.DENIAL, "不" + what, List.of(what))
                        : new SlotConflict(Kind.DENIAL, what, List.of("不" + what)));
    }
}
