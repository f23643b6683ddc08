package dev.yiwen.reading;

import dev.yiwen.reading.Slot.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Years, and days that have a name. */
final class DefiniteTimes {
    private static final Pattern YEAR =
            Pattern.compile("(?<!\\d)((?:19|20)\\d{2})(?!\\d|元|块|兆|[a-z])(?:年|(?=\\p{IsHan}))");

    private static final Map<String, String> FESTIVALS = Map.ofEntries(
            Map.entry("春节", "春节"),
            Map.entry("过年", "春节"),
            Map.entry("新春", "春节"),
            Map.entry("除夕", "春节"),
            Map.entry("元旦", "元旦"),
            Map.entry("元宵", "元宵"),
            Map.entry("清明", "清明"),
            Map.entry("五一", "五一"),
            Map.entry("劳动节", "五一"),
            Map.entry("端午", "端午"),
            Map.entry("中秋", "中秋"),
            Map.entry("国庆", "国庆"),
            Map.entry("十一黄金周", "国庆"),
            Map.entry("十一假期", "国庆"),
            Map.entry("双十一", "双十一"),
            Map.entry("双11", "双十一"),
            Map.entry("双十二", "双十二"),
            Map.entry("双12", "双十二"),
            Map.entry("618", "618"),
            Map.entry("圣诞", "圣诞"));

    private static final Pattern FESTIVAL = Pattern.compile(WordLists.any(FESTIVALS.keySet()));

    private DefiniteTimes() {}

    static void read(String text, List<Slot> found) {
        YEAR.matcher(text).results().forEach(it -> found.add(new Slot(Kind.YEAR, "", Set.of(it.group(1)), it.group())));
        FESTIVAL.matcher(text)
                .results()
                .forEach(it -> found.add(
                        new Slot(Kind.FESTIVAL, "", Set.of(FESTIVALS.getOrDefault(it.group(), "")), it.group())));
    }
}
