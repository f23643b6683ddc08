package dev.yiwen.reading;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An amount that can be compared with others of its dimension: 两天 is 48小时, 三个工作日 is no 3天, 免费 is 0 元.
 *
 * @param said as it was found, with its number in digits
 * @param ways to say the same, value and unit: {@code 58.8|元}
 */
public record Quantity(Dimension dimension, String said, Set<String> ways) {

    public enum Dimension {
        MONEY,
        /** Of data, or a line's speed. */
        SIZE,
        TIME,
        /** Minutes of talking. */
        TALK,
        /** Percent, times as much. */
        RATIO,
        /** Of the day. */
        CLOCK,
        DATE,
        AGE,
        /** Of pieces, each in a way of its own. */
        COUNT
    }

    private static final Pattern TALK = Pattern.compile(
            "\\d+\\s*分钟(?=的?\\s*(?:国内)?\\s*(?:通话|语音|电话))|(?:通话|语音|电话|主叫)\\s*(?:时长|时间)?(?:有|是|含|给|到)?\\s*\\d+\\s*分钟");
    /** So many minutes are talked about, not waited for. */
    private static final BigDecimal TALKED = BigDecimal.valueOf(100);

    private static final Pattern FREE = Pattern.compile(
            "免费|不(?:再|另|会|需要?|用)*(?:额外|另外|单独)?(?:收费|收取?(?:任何)?(?:手续|服务|上门|安装|运|工本)?费用?|收钱|要钱|花钱|付钱|交钱|交费|付费|计费|扣费|收(?=$|[，,。.；;的]))|没有(?:任何)?(?:月租|费用|手续费|漫游费|月费)"
                    + "|一分钱?(?:都|也)?不(?:收|要|用|花)|免收|免(?=\\d+(?:\\.\\d+)?元)|免(?:了|掉|去)?(?:运费|邮费|[一-龥]{0,6}费)|全免|零元|白送|不花(?:一分)?钱|无需(?:付费|另付)");
    private static final Pattern PART = Pattern.compile("运费|邮费|邮寄费|月租|漫游费|手续费|利息|上门费");
    private static final Map<String, BigDecimal> MINUTES = Map.of(
            "秒", new BigDecimal("0.0166666667"),
            "分钟", BigDecimal.ONE,
            "小时", BigDecimal.valueOf(60),
            "钟头", BigDecimal.valueOf(60),
            "天", BigDecimal.valueOf(1440),
            "自然日", BigDecimal.valueOf(1440),
            "周", BigDecimal.valueOf(10_080),
            "个月", BigDecimal.valueOf(43_200),
            "自然月", BigDecimal.valueOf(43_200),
            "年", BigDecimal.valueOf(518_400));

    public Quantity {
        ways = Set.copyOf(ways);
    }

    /** Of a text that {@link SpokenAmounts} has written. */
    public static List<Quantity> in(String written) {
        var found = new ArrayList<Quantity>();
        boolean talk = TALK.matcher(written).find();
        String text = written.replaceAll("100%|百分之?百", " ");
        for (var amount : Amounts.claimed(text)) {
            read(amount, talk).ifPresent(found::add);
        }
        free(written).ifPresent(found::add);
        return List.copyOf(found);
    }

    /** What costs nothing: all of it, or only the carriage. */
    private static Optional<Quantity> free(String written) {
        var free = FREE.matcher(written);
        if (!free.find()) {
            return Optional.empty();
        }
        var part = PART.matcher(free.group());
        return Optional.of(
                part.find()
                        ? new Quantity(Dimension.COUNT, free.group(), Set.of("0|" + part.group()))
                        : new Quantity(Dimension.MONEY, free.group(), Set.of("0|元")));
    }

    /** Whether it is as much as another. */
    public boolean sameAs(Quantity other) {
        return dimension == other.dimension && ways.stream().anyMatch(other.ways::contains);
    }

    /** Whether both could stand in the same place. */
    public boolean competesWith(Quantity other) {
        return dimension == other.dimension && (dimension != Dimension.COUNT || unit().equals(other.unit()));
    }

    public boolean isNothing() {
        return ways.contains("0|元");
    }

    private String unit() {
        String way = ways.iterator().next();
        return way.substring(way.indexOf('|') + 1);
    }

    private static Optional<Quantity> read(Amounts.Amount amount, boolean talk) {
        String way = amount.ways().iterator().next();
        String value = way.substring(0, way.indexOf('|'));
        String unit = way.substring(way.indexOf('|') + 1);
        return Optional.ofNullable(
                switch (unit) {
                    case "元", "角", "毛" -> of(Dimension.MONEY, amount, amount.ways());
                    case "g", "m", "t", "k", "tb", "kb" -> of(Dimension.SIZE, amount, amount.ways());
                    case "秒", "小时", "钟头", "天", "自然日", "周", "个月", "自然月", "年" ->
                        of(Dimension.TIME, amount, Set.of(minutes(value, unit)));
                    case "分钟" ->
                        talk || new BigDecimal(value).compareTo(TALKED) >= 0
                                ? of(Dimension.TALK, amount, Set.of(way))
                                : of(Dimension.TIME, amount, Set.of(minutes(value, unit)));
                    case "工作日" -> of(Dimension.TIME, amount, Set.of(way));
                    case "%", "倍" -> of(Dimension.RATIO, amount, Set.of(way));
                    case "clock" -> of(Dimension.CLOCK, amount, Set.of(way));
                    case "日", "date", "月" -> of(Dimension.DATE, amount, amount.ways());
                    case "周岁" -> of(Dimension.AGE, amount, Set.of(way));
                    case "", "year", "位", "级", "星", "步", "项", "号", "楼", "层", "种", "米", "公里", "千米" -> null;
                    default -> of(Dimension.COUNT, amount, Set.of(way));
                });
    }

    private static Quantity of(Dimension dimension, Amounts.Amount amount, Set<String> ways) {
        return new Quantity(dimension, amount.said().strip(), ways);
    }

    private static String minutes(String value, String unit) {
        return Numerals.plain(new BigDecimal(value)
                        .multiply(MINUTES.getOrDefault(unit, BigDecimal.ONE))
                        .round(new MathContext(5)))
                + "|minutes";
    }
}
