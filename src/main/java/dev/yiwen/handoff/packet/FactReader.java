package dev.yiwen.handoff.packet;

import dev.yiwen.privacy.PersonalData;
import dev.yiwen.privacy.PersonalDatum;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from one text of a customer what is a fact of the case; rather nothing than something wrong. */
public final class FactReader {
    /** Words of the trade. */
    private static final Pattern PRODUCT = Pattern.compile(
            "云享\\S{0,2}?\\d{0,6}(?:5G)?套餐|\\d{1,6}\\s?元?套餐|宽带|光猫|机顶盒|IPTV|路由器|流量包|加油包|副卡|eSIM|SIM卡|电话卡"
                    + "|国际漫游|亲情号|携号转网|电子发票|发票|全屋WiFi|FTTR|5G",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FAULT = Pattern.compile(
            "红灯|闪红|LOS|没网|断网|断线|断了|掉线|没信号|无信号|打不通|打不出|停机|网速慢|很慢|卡顿|上不了网|连不上|坏了|黑屏|没声音", Pattern.CASE_INSENSITIVE);

    private FactReader() {}

    /**
     * @param key of the fact's name in the messages, without {@code handoff.fact.}
     * @param found what it is; null for a word of the trade
     */
    public record Reading(
            String key,
            int start,
            int end,
            String value,
            @Nullable PersonalDatum found) {

        private boolean overlaps(Reading other) {
            return start < other.end && other.start < end;
        }
    }

    /** In the order of the text; nothing overlaps. */
    public static List<Reading> in(String text) {
        var readings = new ArrayList<Reading>();
        // 58元套餐 is what is sold, no sum; 5G流量 is what was used, no network.
        products(text, readings);
        for (PersonalDatum found : PersonalData.all(text)) {
            FactContext.key(text, found)
                    .map(key -> new Reading(key, found.start(), found.end(), found.value(), found))
                    .filter(it -> !isCovered(it, readings))
                    .ifPresent(it -> {
                        readings.removeIf(it::overlaps);
                        readings.add(it);
                    });
        }
        words(FAULT, text, "fault", readings);
        readings.sort(Comparator.comparingInt(Reading::start));
        return List.copyOf(readings);
    }

    /** A longer word of the trade holds it. */
    private static boolean isCovered(Reading reading, List<Reading> readings) {
        return readings.stream()
                .anyMatch(it -> it.overlaps(reading) && it.end() - it.start() > reading.end() - reading.start());
    }

    private static void products(String text, List<Reading> readings) {
        words(PRODUCT, text, "product", readings);
    }

    private static void words(Pattern words, String text, String key, List<Reading> readings) {
        words.matcher(text)
                .results()
                .filter(it -> isWhole(text, it.start(), it.end()))
                .filter(it -> FactContext.holds(text, key, it.start(), it.end()))
                .map(it -> word(key, it))
                .filter(it -> readings.stream().noneMatch(it::overlaps))
                .forEach(readings::add);
    }

    /** LOS is a lamp, in "lost" it is none. */
    private static boolean isWhole(String text, int start, int end) {
        return !(isLatin(text, start) && isLatin(text, start - 1)) && !(isLatin(text, end - 1) && isLatin(text, end));
    }

    private static boolean isLatin(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) < 128 && Character.isLetter(text.charAt(at));
    }

    private static Reading word(String key, MatchResult it) {
        return new Reading(key, it.start(), it.end(), it.group().strip(), null);
    }
}
