package dev.yiwen.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Amounts as people say them, in the form in which {@link Amounts} are read: 五十八块八, 一毛五, 八十个G, 一个半月, 千兆, 双倍, 一百六十九那档.
 */
public final class SpokenAmounts {
    private static final String SIGNS = Numerals.SIGNS;
    private static final String DIGIT = "[一二两三四五六七八九]";
    private static final String NUMBER = "(?:\\d+(?:\\.\\d+)?|" + SIGNS + "+)";
    private static final String END = "(?=$|[\\s，,。.！!；;？?、：:的吧呢哦啊呀了吗嘛就也还而比和跟到每给]|一个?[月年次张天条份户分]|封顶|起|那|这|以)";

    private record Step(Pattern spoken, java.util.function.Function<MatchResult, String> written) {
        Step(String spoken, java.util.function.Function<MatchResult, String> written) {
            this(Pattern.compile(spoken), written);
        }
    }

    private static final List<Step> STEPS = List.of(
            new Step("(?<=\\d)[,，](?=\\d{3}(?!\\d))", it -> ""),
            // 四十九一个月, 一毛五一分钟: after a digit 一 begins something else.
            new Step("(?<=[二三四五六七八九])一(个?(?:月|分钟|天|次|张|条|台|份|户|gb?(?![a-z])))", it -> "每" + it.group(1)),
            new Step(
                    "(\\d{2,4}|[一二两三四五六七八九]?[十百千][零一二两三四五六七八九十百]*)(?=(?:每|一)(?:个?月|天|年|次|张|条))(?!一(?:个?月|天|年)[的内后前以])",
                    it -> Numerals.digits(it.group(1)) + "元"),
            new Step("(" + NUMBER + ")\\s*个\\s*([gm])b?(?![a-z])", it -> it.group(1) + it.group(2) + "b"),
            new Step(
                    "(?<![\\d" + "零一二两三四五六七八九十])([千百])兆(?![网口光路端])",
                    it -> (it.group(1).equals("千") ? "1000" : "100") + "m"),
            // 零点一五元, 两点五倍
            new Step(
                    "(" + SIGNS + "{1,4})点([零〇一二三四五六七八九]{1,3})(?=\\s*(?:元|块|倍|折|gb?|mb?|%|个百分点|小时|个小时))",
                    it -> Numerals.digits(it.group(1)) + "." + Numerals.digits(it.group(2))),
            new Step(
                    "(" + NUMBER + ")块(" + DIGIT + ")毛(" + DIGIT + ")?(?!" + SIGNS + ")",
                    it -> Numerals.digits(it.group(1)) + "." + Numerals.digits(it.group(2))
                            + (it.group(3) == null ? "" : Numerals.digits(it.group(3))) + "元"),
            new Step(
                    "(" + NUMBER + ")块(" + DIGIT + ")(?![十百千万个\\d]|\\s*(?:" + Units.ANY + "))",
                    it -> Numerals.digits(it.group(1)) + "." + Numerals.digits(it.group(2)) + "元"),
            new Step(
                    "(" + DIGIT + ")[毛角](" + DIGIT + ")(?:分钱?)?(?!" + SIGNS + "|\\s*(?:" + Units.ANY + "))",
                    it -> "0." + Numerals.digits(it.group(1)) + Numerals.digits(it.group(2)) + "元"),
            new Step("(" + DIGIT + "|\\d)[毛角]钱?(?!" + DIGIT + ")", it -> "0." + Numerals.digits(it.group(1)) + "元"),
            new Step("(" + NUMBER + ")个?半(月|小时|钟头|星期|礼拜)", it -> Numerals.digits(it.group(1)) + ".5个" + it.group(2)),
            new Step("(" + DIGIT + "|\\d)(年|天)半", it -> Numerals.digits(it.group(1)) + ".5" + it.group(2)),
            new Step("(" + NUMBER + ")个?季度", it -> times(it.group(1), 3) + "个月"),
            new Step("(" + NUMBER + ")天的?(?:流量)?包", it -> Numerals.digits(it.group(1)) + "日包"),
            new Step("双倍|加倍|翻倍", it -> "2倍"),
            new Step("半价|对折|一半(?=的?[价钱费])", it -> "50%"),
            new Step("([一二三四五六七八九\\d])折(?![算扣叠腾])", it -> Numerals.digits(it.group(1)) + "0%"),
            new Step("([一二三四五六七八九])([一二三四五六七八九])折", it -> Numerals.digits(it.group(1) + it.group(2)) + "%"),
            // 一百六十九那档, 59的套餐
            new Step(
                    "(?<![\\d.g-])(\\d{1,4}|[一二三四五六七八九十百千零]{2,8})(?=(?:的|那个?|这个?)?(?:那|这)?一?(?:档|套餐|款))",
                    it -> Numerals.digits(it.group(1)) + "元"),
            // 封顶三百, 一个月五十九
            new Step(
                    "(?<=封顶|最高|最多|赔|退|收|交|扣|只要|才|就|送|返|押金|费|月租|一个月|每个?月|那档|是|要|抵)(您|你|他|她)?(的|是|到|掉|满|个)?(\\d{2,4}(?![\\d.:/\\-~a-z])|(?:[一二两三四五六七八九]?[十百千][零一二两三四五六七八九十百]*))"
                            + END,
                    it -> or(it.group(1)) + or(it.group(2)) + Numerals.digits(it.group(3)) + "元"));

    /** So much of something: 五块钱一个G, 每个月; it counts nothing. */
    private static final Pattern RATE = Pattern.compile(
            "(?<=\\d(?:元|块|块钱|gb|g|m|兆|分钟))\\s*[/一1每]\\s*(?:个?(?:月|gb?|mb?|小时)|年|天|日|次|张|条|台|份|户|分钟|周)"
                    + "|每\\s*一?(?:个?月|年|天|日|次|张|条|台|分钟)|(?:一|1)个?(?:月|天|年|周)(?=含|有|能|可以|最多|最高|带|给|换|限|里)|(?:一|1)个?(?:月|天|年|次|张|条|台|分钟)(?=(?:只要?|才|就|要|收|是|的?费用?|也就)*\\s*\\d+(?:\\.\\d+)?(?:元|块|毛))");

    private SpokenAmounts() {}

    /** Half width and lower case, without the generations of networks, the amounts in digits. */
    public static String written(String said) {
        String text = Normalizer.normalize(said, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        text = ModelNames.GENERATION.matcher(text).replaceAll(" ");
        for (Step step : STEPS) {
            text = step.spoken
                    .matcher(text)
                    .replaceAll(it -> java.util.regex.Matcher.quoteReplacement(step.written.apply(it)));
        }
        return RATE.matcher(Numerals.inDigits(text)).replaceAll(" ");
    }

    private static String or(@Nullable String group) {
        return group == null ? "" : group;
    }

    private static String times(String number, int by) {
        return Numerals.plain(
                new java.math.BigDecimal(Numerals.digits(number)).multiply(java.math.BigDecimal.valueOf(by)));
    }
}
