package dev.yiwen.reading;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What is counted, and which of it is the same: 块 and 元, 1 小时 and 60 分钟, 1G and 1024M. */
final class Units {
    /** The longest first. */
    static final String ANY = "个?工作日|个?自然月|个?自然日|个?账期|个月|个?小时|个?钟头|分钟|周岁|块钱|gbps|mbps|kbps|公里|千米|星期|礼拜"
            + "|gb|mb|tb|kb|[gmkt](?![a-z])|元|块|角|毛|折|年|月|周|天|日|号|秒|次|倍|岁|期|个|张|条|份|台|部|户|人|位|名|项|种|步|级|星|档|楼|层|兆|米|%";

    private static final BigDecimal BINARY = BigDecimal.valueOf(1024);
    private static final BigDecimal DECIMAL = BigDecimal.valueOf(1000);

    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("块", "元"),
            Map.entry("块钱", "元"),
            Map.entry("gb", "g"),
            Map.entry("gbps", "g"),
            Map.entry("mb", "m"),
            Map.entry("mbps", "m"),
            Map.entry("兆", "m"),
            Map.entry("号", "日"),
            Map.entry("岁", "周岁"),
            Map.entry("礼拜", "周"),
            Map.entry("星期", "周"));

    private Units() {}

    /** All ways to say this amount: {@code 30|天}. */
    static Set<String> ways(String number, String unit) {
        String name = unit.replaceFirst("^个(?=.)(?!月)", "");
        String same = SAME.getOrDefault(name, name);
        var value = new BigDecimal(number);
        var ways = new LinkedHashSet<String>();
        ways.add(way(value, same));
        switch (same) {
            case "角", "毛" -> ways.add(way(value.movePointLeft(1), "元"));
            case "小时", "钟头" -> ways.add(way(value.multiply(BigDecimal.valueOf(60)), "分钟"));
            case "年" -> ways.add(way(value.multiply(BigDecimal.valueOf(12)), "个月"));
            case "周" -> ways.add(way(value.multiply(BigDecimal.valueOf(7)), "天"));
            case "自然日" -> ways.add(way(value, "天"));
            case "g" -> {
                ways.add(way(value.multiply(BINARY), "m"));
                ways.add(way(value.multiply(DECIMAL), "m"));
            }
            default -> {
                // There is one way.
            }
        }
        return ways;
    }

    static String way(BigDecimal value, String unit) {
        return Numerals.plain(value) + "|" + unit;
    }
}
