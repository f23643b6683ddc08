package dev.yiwen.reading;

import dev.yiwen.reading.Slot.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Amounts by which things that are sold are called: 300m 宽带, 59 元套餐, 15 天漫游包. What a customer has, is or waits for (22 岁, 40 分钟) tells
 * no article from another, and a bound (超过 5000 元) speaks of many.
 */
final class NamedAmounts {
    private static final List<String> UNITS = List.of("元", "m");
    /** In names only right before what is called so: 3 天没到 and 两个月的宝宝 are no names. */
    private static final List<String> DURATIONS = List.of("天", "日", "个月");

    private static final Pattern CALLED = Pattern.compile("\\s*(?![后内前没还了才之以都就不未仍也再起来到过左的])(\\p{IsHan}{2})");
    /** What is called so stands behind it. */
    private static final Pattern NAMED = Pattern.compile("\\s*的?\\s*(\\p{IsHan}{2})");

    private static final Pattern BOUND = Pattern.compile(
            "(?:超过|大于|高于|满|不足|少于|不到|低于|至少|最多|最少|多于|超)\\s*\\d[\\d.]*\\s*[\\p{L}]{0,3}|\\d[\\d.]*\\s*[\\p{L}]{0,3}?(?:以上|以下|以内|之内|起步|封顶)");

    private NamedAmounts() {}

    static void read(String text, List<Slot> found) {
        if (text.codePoints().noneMatch(it -> Character.isDigit(it) || Numerals.SIGNS.indexOf(it) >= 0)) {
            return;
        }
        String plain = BOUND.matcher(ModelNames.GENERATION.matcher(text).replaceAll(" "))
                .replaceAll(" ");
        for (var amount : Amounts.in(plain)) {
            int at = plain.indexOf(amount.said());
            var named = NAMED.matcher(plain);
            boolean isNamed = at >= 0
                    && named.region(at + amount.said().length(), plain.length()).lookingAt();
            unit(amount.ways(), UNITS)
                    .ifPresent(unit -> found.add(new Slot(
                            Kind.AMOUNT, unit + (isNamed ? named.group(1) : ""), amount.ways(), amount.said())));
            var called = CALLED.matcher(plain);
            if (at >= 0
                    && called.region(at + amount.said().length(), plain.length())
                            .lookingAt()) {
                unit(amount.ways(), DURATIONS)
                        .ifPresent(unit -> found.add(new Slot(
                                Kind.AMOUNT, "duration" + called.group(1), days(amount.ways()), amount.said())));
            }
        }
    }

    /** 15 日 of a name are 15 days. */
    private static Set<String> days(Set<String> ways) {
        return ways.stream().map(it -> it.replace("|日", "|天")).collect(Collectors.toSet());
    }

    /** Of a line or a pack: 300m, 20gb. */
    static boolean isSize(Slot slot) {
        return slot.kind() == Kind.AMOUNT && slot.group().startsWith("m");
    }

    private static Optional<String> unit(Set<String> ways, List<String> units) {
        return units.stream()
                .filter(unit -> ways.stream().anyMatch(it -> it.endsWith("|" + unit)))
                .findFirst();
    }
}
