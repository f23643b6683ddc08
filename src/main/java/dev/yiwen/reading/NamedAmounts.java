package dev.yiwen.reading;

import dev.yiwen.reading.Slot.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Amounts by which things that are sold are called: 300m 宽带, 59 元套餐. What a customer has, is or waits for (22 岁, 40 分钟) tells
 * no article from another, and a bound (超过 5000 元) speaks of many.
 */
final class NamedAmounts {
    private static final List<String> UNITS = List.of("元", "m");
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
            unit(amount.ways())
                    .ifPresent(unit -> found.add(new Slot(
                            Kind.AMOUNT, unit + (isNamed ? named.group(1) : ""), amount.ways(), amount.said())));
        }
    }

    /** Of a line or a pack: 300m, 20gb. */
    static boolean isSize(Slot slot) {
        return slot.kind() == Kind.AMOUNT && slot.group().startsWith("m");
    }

    private static Optional<String> unit(Set<String> ways) {
        return UNITS.stream()
                .filter(unit -> ways.stream().anyMatch(it -> it.endsWith("|" + unit)))
                .findFirst();
    }
}
