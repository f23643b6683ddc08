package dev.yiwen.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds what is counted: amounts, days, lengths of time, volumes. 24/7 is no day, 3号楼 neither. */
final class Quantities {
    private static final String NUMBER = "(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12}+)(?:\\.\\d{1,4}+)?";
    private static final String CHINESE = "[一二两三四五六七八九十百千万零]{1,10}+";
    private static final String RANGE = "\\s?(?:[-~–—]|到|至)\\s?";

    private static final String COUNT =
            "(?:" + NUMBER + "(?:" + RANGE + NUMBER + ")?|" + CHINESE + "(?:" + RANGE + CHINESE + ")?)";
    private static final String CHINESE_YEAR = "[二一][零九〇][零〇一二三四五六七八九]{2}年";
    private static final String DAY = "(?:[一二]?十[一二三四五六七八九]?|二十|三十一?|[一二三四五六七八九])";
    private static final String MONTH_BEFORE = "(?:(?:上上?个?|下个?|这个?|本)月(?:份|的)?)";

    private record Form(Kind kind, Pattern pattern) {
        Form(Kind kind, String pattern) {
            this(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    private static final List<Form> FORMS = List.of(
            new Form(
                    Kind.SPEED,
                    "(?<![\\d.])" + NUMBER + "(?:[/~-]" + NUMBER + ")?\\s?(?:[GMK]bps|[GMK]b/s|兆宽带)|(?<![\\d.])"
                            + NUMBER + "[MG]?/" + NUMBER + "\\s?[MG兆]"),
            new Form(
                    Kind.RATIO,
                    "(?<![\\d/.年-])(?:24\\s?(?:小时)?\\s?[/x×*]\\s?7天?|7天?\\s?[/x×*]\\s?24|7\\s?天\\s?24(?=\\s?小时)|(?:一周|每周)?七天二十四)(?![\\d/月日])(?:\\s?小时)?"),
            new Form(
                    Kind.AMOUNT,
                    "[¥￥$]\\s?" + NUMBER + "|(?<![\\d.])" + COUNT
                            + "\\s?(?:块钱|元|块[一二三四五六七八九](?![百千万十元块个斤条张份次天月年包件])|块|角)(?!宽|儿)"),
            new Form(
                    Kind.DURATION,
                    "(?<![\\d.])(?!(?:19|20)\\d{2}\\s?年|" + CHINESE_YEAR + ")(?:" + COUNT
                            + "|半)\\s?个?(?:工作日|小时|分钟|秒钟?|天(?!气|线)|周(?![一二三四五六日末])|星期|个月|年(?!\\d|\\s?\\d{1,2}\\s?月))(?:以内|内|后|前|左右)?"),
            new Form(
                    Kind.VOLUME,
                    "(?<![\\dA-Za-z.])" + NUMBER + "(?:" + RANGE + NUMBER + ")?\\s?(?:GB|MB|TB|KB|G|M|兆)(?![A-Za-z/])|"
                            + CHINESE + "\\s?(?:兆|个?[GM](?![A-Za-z]))"),
            new Form(
                    Kind.DATE,
                    "(?<![A-Za-z\\d./-])20\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?![\\d-])"
                            + "|" + CHINESE_YEAR + "(?:" + DAY + "月(?:份|" + DAY + "[日号]?)?)?|" + DAY + "月" + DAY
                            + "[日号]"
                            + "|" + MONTH_BEFORE + "(?:[1-9]|[12]\\d|3[01])[日号]"
                            + "|(?<![\\d./-])\\d{4}\\s?年(?:\\s?\\d{1,2}\\s?月(?:份|\\s?\\d{1,2}\\s?[日号]?)?)?"
                            + "|(?<![\\d./-])(?:20|19)\\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\\d|3[01])(?![\\d])"
                            + "|(?<![\\d./-])(?:0?[1-9]|1[0-2])\\s?月\\s?(?:0?[1-9]|[12]\\d|3[01])(?:[日号]?" + RANGE
                            + "(?:0?[1-9]|[12]\\d|3[01])(?=[日号]))?\\s?[日号]?(?![\\d楼院])"
                            + "|(?<![\\d./-])(?:0?[1-9]|1[0-2])月份?(?!\\d|租|费|卡)"
                            + "|(?<![\\d./-])(?:0?[1-9]|1[0-2])/(?:0?[1-9]|[12]\\d|3[01])(?![\\d/.A-Za-z%号]|的(?:流量|话费|费用|钱))"
                            + "|(?<![\\d./-])(?:[1-9]|[12]\\d|3[01])[日号](?!码|线|楼|院|店|门|房|灯|卡|厅|口|段|套餐|楼栋|机|键|弄|\\d)"
                            + "|[今昨前明后]天|上上?个?(?:月|周|星期)(?:[一二三四五六日天])?|下个?(?:月|周|星期)|这个?月|本月|去年|今年|上周[一二三四五六日天]"));

    private Quantities() {}

    static List<PersonalDatum> in(FoldedText plain) {
        var found = new ArrayList<PersonalDatum>();
        for (Form form : FORMS) {
            var matcher = form.pattern.matcher(plain.text());
            while (matcher.find()) {
                found.add(plain.found(
                        form.kind,
                        matcher.start(),
                        matcher.end(),
                        matcher.group().strip()));
            }
        }
        return found;
    }
}
