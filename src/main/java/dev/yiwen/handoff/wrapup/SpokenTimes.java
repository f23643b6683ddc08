package dev.yiwen.handoff.wrapup;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as people say them: 明天上午九点, 24小时内, 三个工作日, 下周五之前, 8月3日. A hotline's 24 小时 and 一点 as a little are none. */
final class SpokenTimes {
    private static final String CN = "[零一二两三四五六七八九十]{1,3}";
    private static final String COUNT = "(?:\\d{1,3}(?:\\.\\d)?|" + CN + "|半)";
    private static final String UNIT = "(?:个?(?:工作日|自然日|小时|钟头|月|星期|礼拜)|分钟|天|周|年)";
    private static final String SUFFIX = "(?:以内|之内|内|之前|以前|前|之后|以后|后|左右|开始|起)?";
    private static final String TO = "\\s?(?:到|至|[-~–—])\\s?";

    private static final String LENGTH = "(?<!第)(?<count>" + COUNT + "(?:" + TO + COUNT + ")?)\\s?(?<unit>" + UNIT
            + ")(?<half>半)?" + SUFFIX
            + "(?!\\s?(?:无理由|热线|客服|服务|在线|营业|值班|套餐|会员|气|线|猫|期|费|\\d{1,2}[日号]|份|租|底))";

    private static final String DAY = "(?:大后天|今[天日晚早]|明[天日晚早]|后天|当[天日]|昨[天日晚]|前天"
            + "|(?:下下?个?|上上?个?|这个?|本)?(?:周|星期|礼拜)[一二三四五六日天末]|(?:下下?个?|上上?个?|这个?|本)(?:周|星期|礼拜)"
            + "|(?:\\d{1,2}|" + CN + ")月(?:\\d{1,2}|" + CN + ")[日号]?|(?:次月|下个?月|上个?月|本月|这个?月)(?:\\d{1,2}|" + CN
            + ")[日号]|(?<![\\d.月路街道巷弄村])\\d{1,2}[日号](?![楼栋院线店门码房卡机])|(?:本月|这个?月|下个?月)底|月底|次月|下个?月|上个?月|年底)";
    private static final String PART = "(?:凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|晚间|夜里)";
    private static final String CLOCK =
            "(?:(?:\\d{1,2}|" + CN + ")(?:点钟?|时(?!候|间|常))(?:半|[一三]刻|(?:\\d{1,2}|" + CN + ")分?)?|\\d{1,2}[:：]\\d{2})";

    private static final Pattern MOMENT = Pattern.compile("(?<day>" + DAY + ")?(?:的)?\\s?(?<part>" + PART
            + ")?\\s?(?<clock>" + CLOCK + ")?(?:" + TO + "(?<part2>" + PART + ")?(?<clock2>" + CLOCK + "))?" + SUFFIX);
    private static final Pattern LENGTH_OF_TIME = Pattern.compile(LENGTH);

    /** 有一点, 快一点, 第三点: no time of day unless something else says so. */
    private static final Pattern SURELY_CLOCK = Pattern.compile("\\d|钟|半|前|刻|分");

    private SpokenTimes() {}

    /**
     * @param words as they stand in the text
     * @param parts what they are made of, for {@link SpokenDue}
     */
    record SpokenTime(int start, int end, String words, Parts parts) {
        boolean overlaps(SpokenTime other) {
            return start < other.end && other.start < end;
        }
    }

    /** Either a length of time or a moment. */
    record Parts(
            @Nullable String count,
            @Nullable String unit,
            boolean half,
            @Nullable String day,
            @Nullable String part,
            @Nullable String clock) {}

    /** In the order of the text; none overlaps another. */
    static List<SpokenTime> in(String text) {
        var found = new ArrayList<SpokenTime>();
        var lengths = LENGTH_OF_TIME.matcher(text);
        while (lengths.find()) {
            found.add(at(
                    lengths,
                    new Parts(
                            lengths.group("count"),
                            lengths.group("unit"),
                            lengths.group("half") != null,
                            null,
                            null,
                            null)));
        }
        var moments = MOMENT.matcher(text);
        while (moments.find()) {
            if (isMoment(text, moments)) {
                var it = at(moments, moment(moments));
                if (found.stream().noneMatch(it::overlaps)) {
                    found.add(it);
                }
            }
        }
        found.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return List.copyOf(found);
    }

    private static SpokenTime at(Matcher found, Parts parts) {
        return new SpokenTime(found.start(), found.end(), found.group().strip(), parts);
    }

    private static boolean isMoment(String text, Matcher found) {
        if (found.group("day") != null) {
            return true;
        }
        if (found.group("clock") == null || found.start() > 0 && text.charAt(found.start() - 1) == '第') {
            return false;
        }
        return found.group("part") != null
                || found.group("clock2") != null
                || SURELY_CLOCK.matcher(found.group()).find() && !text.startsWith("几", found.start());
    }

    /** Of a span its end counts. */
    private static Parts moment(Matcher found) {
        var until = found.group("clock2");
        var part2 = found.group("part2");
        return new Parts(
                null,
                null,
                false,
                found.group("day"),
                part2 == null ? found.group("part") : part2,
                until == null ? found.group("clock") : until);
    }
}
