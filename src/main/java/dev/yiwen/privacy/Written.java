package dev.yiwen.privacy;

import dev.yiwen.privacy.Cue.Cues;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is known by the form in which it is written: addresses of the net, documents, accounts with letters. */
final class Written {
    private static final String WORD_BEFORE = "(?<![A-Za-z0-9._%+-])";
    private static final String ALONE_BEFORE = "(?<![A-Za-z0-9])";
    private static final String ALONE_AFTER = "(?![A-Za-z0-9])";

    private record Form(Kind kind, Pattern pattern) {
        Form(Kind kind, String pattern) {
            this(kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE));
        }
    }

    private record Cued(Cue cue, Kind kind, Pattern pattern, int digits) {
        Cued(Cue cue, Kind kind, String pattern, int digits) {
            this(cue, kind, Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), digits);
        }
    }

    private static final String AT =
            "\\s{0,2}+(?:@|艾特|[(\\[{]\\s?(?:at|@)\\s?[)\\]}]|(?<=\\s)at(?=\\s)|爱特|圈a)\\s{0,2}+";
    private static final String DOT = "\\s?(?:\\.|点|[(\\[{]dot[)\\]}]|(?<=\\s)dot(?=\\s)|。)\\s?";
    private static final String DOMAIN = "(?!\\d+\\.\\d)[a-z0-9-]{1,63}+(?:" + DOT + "[a-z0-9-]{2,63}+){1,4}";

    private static final List<Form> FORMS = List.of(
            new Form(
                    Kind.UUID,
                    "(?<![0-9a-f-])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-f-])"),
            new Form(Kind.EMAIL, WORD_BEFORE + "[a-z0-9._%+-]{1,64}+" + AT + DOMAIN),
            new Form(
                    Kind.ACCOUNT,
                    ALONE_BEFORE + "(?=[a-z]{0,8}\\d{6})[a-z0-9_]{7,32}+@[a-z][a-z0-9]{1,20}+" + ALONE_AFTER),
            new Form(
                    Kind.MAC_ADDRESS,
                    "(?<![0-9a-f:.-])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![0-9a-f:-])|(?<![0-9a-f.])[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}(?![0-9a-f.])"),
            new Form(
                    Kind.IP_ADDRESS,
                    "(?<![\\d.v])(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\d.])"),
            new Form(
                    Kind.IP_ADDRESS,
                    "(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![0-9a-f:])|(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){2,6}(?::[0-9a-f]{1,4}){1,5}(?![0-9a-f:])"),
            new Form(
                    Kind.PLATE,
                    "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使][A-HJ-NP-Z]\\s?[·•.\\-]?\\s?(?=[A-Z]{0,5}\\d)[A-HJ-NP-Z0-9]{4,5}[A-HJ-NP-Z0-9挂学警港澳]"
                            + ALONE_AFTER),
            new Form(
                    Kind.PERMIT,
                    ALONE_BEFORE
                            + "(?:[HMC]\\s?\\d{8}(?:\\d{2})?|C[A-HJ-NP-Z]\\d{7}|[CWT]\\d{8}|8[123]\\d{4}(?:19|20)\\d{9}[\\dX])"
                            + ALONE_AFTER),
            new Form(Kind.PASSPORT, ALONE_BEFORE + "(?:[EGDSP]\\s?\\d{8}|E[A-HJ-NP-Z]\\s?\\d{7})" + ALONE_AFTER),
            new Form(
                    Kind.PERMIT,
                    ALONE_BEFORE + "[A-Z]{1,2}\\d{6}\\s?\\([0-9A]\\)|" + ALONE_BEFORE + "[1578]\\d{6}\\(\\d\\)"),
            new Form(Kind.ICCID, ALONE_BEFORE + "8986[0-9a-f]{15,16}" + ALONE_AFTER),
            new Form(Kind.ACCOUNT, ALONE_BEFORE + "(?!qq|wx|vx|sn|imei|iccid)[a-z]{1,6}(?:\\d{9,20})" + ALONE_AFTER));

    private static final List<Cued> AFTER_CUES = List.of(
            new Cued(Cue.PASSPORT, Kind.PASSPORT, "(?:[a-z]{1,2}\\s?\\d{6,8}|\\d{9})" + ALONE_AFTER, 6),
            new Cued(
                    Cue.PERMIT,
                    Kind.PERMIT,
                    "(?:[a-z]{1,3}\\s?\\d{6,12}(?:\\s?\\([0-9a]\\))?|\\d{8}(?:\\d{2})?|.字第\\d{5,8}号?)" + ALONE_AFTER,
                    5),
            new Cued(Cue.IDENTITY_CARD, Kind.PERMIT, "[a-z]{1,3}\\d{6,12}(?:\\s?\\([0-9a]\\))?" + ALONE_AFTER, 6),
            new Cued(Cue.ICCID, Kind.ICCID, "[0-9a-f]{19,20}" + ALONE_AFTER, 10),
            new Cued(Cue.IMEI, Kind.IMEI, "[0-9a-f]{14,16}" + ALONE_AFTER, 8),
            new Cued(Cue.ORDER, Kind.ORDER, "[a-z0-9][a-z0-9_-]{4,40}+", 4),
            new Cued(
                    Cue.ACCOUNT,
                    Kind.ACCOUNT,
                    "(?=[a-z0-9_.@-]*[a-z])[a-z0-9][a-z0-9_.-]{4,40}+(?:@[a-z0-9.]{2,30}+)?",
                    3),
            new Cued(Cue.SMS_CODE, Kind.SMS_CODE, "(?=[a-z]*\\d)(?=\\d*[a-z])[a-z0-9]{4,8}" + ALONE_AFTER, 1),
            new Cued(
                    Cue.PASSWORD,
                    Kind.PASSWORD,
                    "(?=[^\\d\\s]{0,19}\\d)(?=[0-9]*+[a-z!@#$%^&*])[a-z0-9!@#$%^&*_.+-]{4,24}+",
                    1),
            new Cued(
                    Cue.WECHAT,
                    Kind.WECHAT,
                    "(?!wechat|weixin|android|iphone|harmony|windows|minip|applet)[a-z][a-z0-9_-]{5,19}+",
                    0),
            new Cued(Cue.PLATE, Kind.PLATE, "[\\p{IsHan}][a-z]\\s?[·•.-]?\\s?[a-z0-9]{4,6}[挂学警港澳]?", 1),
            new Cued(Cue.QQ, Kind.QQ, "[1-9]\\d{4,11}+", 5),
            new Cued(
                    Cue.EXPIRY,
                    Kind.CARD_EXPIRY,
                    "(?:0[1-9]|1[0-2])\\s?[/\\-.]\\s?(?:20)?(?:2[4-9]|3\\d|4[0-5])(?![\\d/.年月天日-])|20(?:2[4-9]|3\\d)\\s?/\\s?(?:0[1-9]|1[0-2])(?![\\d/])",
                    3));

    private static final String YEAR = "(?:(?:19|20)?\\d{2}|[一二零〇○九八七六五四三]{2,4})";
    private static final String MONTH = "(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九正腊冬])";
    private static final String DAY = "(?:3[01]|[12]\\d|0?[1-9]|[初]?[一二三]?十[一二三四五六七八九]?|初?[一二三四五六七八九]|廿[一二三四五六七八九]?)";
    private static final Pattern BIRTHDAY = Pattern.compile("(?:农历|阴历|阳历|公历|新历|旧历)?\\s?(?:" + YEAR + "\\s?年\\s?" + MONTH
            + "\\s?月\\s?(?:" + DAY + "\\s?[日号]?)?|" + YEAR + "[-/.]" + MONTH + "[-/.]" + DAY
            + "(?!\\d)|(?:19|20)\\d{6}(?!\\d)|(?:19|20)\\d{2} \\d{2} \\d{2}(?!\\d)|" + MONTH + "\\s?月\\s?" + DAY
            + "\\s?[日号]?|[5-9]\\d{5}(?!\\d)|" + YEAR + "\\s?年)");
    private static final Pattern BORN = Pattern.compile("(?:出生|生人|生的|的生日)");

    private Written() {}

    static List<PersonalDatum> in(FoldedText text, Cues cues) {
        var found = new ArrayList<PersonalDatum>();
        // Of two readings that are as long the one with a cue counts.
        for (Cued cued : AFTER_CUES) {
            var matcher = cued.pattern.matcher(text.text());
            for (int at : cues.of(cued.cue)) {
                if (at < text.length() && matcher.region(at, text.length()).lookingAt() && holds(matcher, cued)) {
                    found.add(text.found(cued.kind, at, matcher.end()));
                }
            }
        }
        for (Form form : FORMS) {
            var matcher = form.pattern.matcher(text.text());
            while (matcher.find()) {
                if (form.kind != Kind.IP_ADDRESS || isAddress(matcher.group())) {
                    found.add(text.found(form.kind, matcher.start(), matcher.end()));
                }
            }
        }
        birthdays(text, cues, found);
        return found;
    }

    private static boolean holds(Matcher matcher, Cued cued) {
        return matcher.group().chars().filter(Character::isDigit).count() >= cued.digits;
    }

    /** Not a version, 1.2.3.4, nor nobody's. */
    private static boolean isAddress(String address) {
        return address.contains(":") ? address.chars().filter(it -> it == ':').count() >= 3 : address.length() >= 8;
    }

    private static void birthdays(FoldedText text, Cues cues, List<PersonalDatum> found) {
        var matcher = BIRTHDAY.matcher(text.text());
        for (int at : cues.of(Cue.BIRTHDAY)) {
            if (at < text.length() && matcher.region(at, text.length()).lookingAt()) {
                found.add(text.found(Kind.BIRTHDAY, at, matcher.end()));
            }
        }
        // 1990年3月7日出生
        var born = BORN.matcher(text.text());
        while (born.find()) {
            int from = Math.max(0, born.start() - 16);
            matcher.region(from, born.start());
            while (matcher.find()) {
                if (matcher.end() == born.start()) {
                    found.add(text.found(Kind.BIRTHDAY, matcher.start(), matcher.end()));
                }
            }
        }
    }
}
