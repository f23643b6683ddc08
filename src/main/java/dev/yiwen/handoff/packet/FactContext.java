package dev.yiwen.handoff.packet;

import dev.yiwen.privacy.Kind;
import dev.yiwen.privacy.PersonalDatum;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the words around a number or a word make of it: 3号楼 is no day, 不是138… is not the customer's number, and what somebody
 * else promised or advertised is no fact of the case.
 */
final class FactContext {
    private static final int BEFORE = 16;
    private static final int AFTER = 10;

    private static final Map<Kind, String> KEYS = Map.ofEntries(
            Map.entry(Kind.MOBILE, "phone"),
            Map.entry(Kind.LANDLINE, "landline"),
            Map.entry(Kind.PHONE, "phone"),
            Map.entry(Kind.IDENTITY_CARD, "identity-card"),
            Map.entry(Kind.BANK_CARD, "bank-card"),
            Map.entry(Kind.IMEI, "imei"),
            Map.entry(Kind.ICCID, "iccid"),
            Map.entry(Kind.ORDER, "order"),
            Map.entry(Kind.ACCOUNT, "account"),
            Map.entry(Kind.NAME, "name"),
            Map.entry(Kind.ADDRESS, "address"),
            Map.entry(Kind.LONG_NUMBER, "long-number"),
            Map.entry(Kind.AMOUNT, "amount"),
            Map.entry(Kind.DATE, "date"),
            Map.entry(Kind.DURATION, "duration"),
            Map.entry(Kind.VOLUME, "data"),
            Map.entry(Kind.SPEED, "speed"));

    private static final Set<Kind> COUNTED = EnumSet.of(Kind.AMOUNT, Kind.DATE, Kind.DURATION, Kind.VOLUME, Kind.SPEED);
    private static final Set<Kind> PHONES = EnumSet.of(Kind.MOBILE, Kind.PHONE, Kind.LANDLINE);

    // Before it, up to its first character.
    private static final Pattern DENIED = before("(?:不是|并非|不叫|非)(?:我的?|说|这个|那个|什么)?");
    private static final Pattern UNWANTED =
            before("(?:别再?|不要再?|不用再?|不再)(?:打|拨|联系|用|发到?|呼)(?:我|原来|之前|以前|那个|这个|的|给|旧|老){0,4}");
    private static final Pattern ALREADY = Pattern.compile("^[^，。！？,.!?]{0,8}(?:吗|嘛|么)(?:[，。！？,.!?]|$)");
    private static final Pattern LACKING = before("(?:没有?|不|未|无|并没|不会|没再)(?:再|怎么|老|总)?");
    private static final Pattern PROMISED = before(
            "(?:客服|师傅|你们|他们|人员|机器人|营业厅|营业员|店员|业务员|广告|宣传|网上|别人|人家|销售|小哥|朋友|同事|邻居|室友|家人)[^，。；,;]{0,4}?(?:说|告诉|承诺|答应|保证|讲|写)[^，。；,;]{0,8}");
    private static final Pattern ORDERED =
            before("(?:订单|工单|运单|快递单?|物流单?|流水|单子|单据|受理单?|发票|合同|报修单?)(?:编?号码?|是|为|[:：\\s])*");
    private static final Pattern CALLED_BACK = before(
            "(?:联系(?:电话|方式|手机|号码|我)?|回电|回拨|回访|回我|打我|打给我|找我|电话(?:打|联系))(?:号码|电话|手机|改成|改为|换成|是|为|请?打|到|用|[:：，,\\s])*");
    private static final Pattern OF_OTHERS =
            before("(?:骚扰|诈骗|骗子|骗|对方|陌生|来电显示|朋友|同事|老公|老婆|爱人|妈妈?|爸爸?|儿子|女儿|家人|亲戚|邻居|室友|老板|同学|孩子|别人)[^，。；,;]{0,8}");
    private static final Pattern STREET = before("[路街道巷弄里村镇坊屯]|单元|楼栋|大道|胡同|小区|花园|公寓|[第尾编工学座房]|[A-Za-z]");
    private static final Pattern LATIN = before("[A-Za-z]\\s?");
    private static final Pattern MONEY = before("(?:扣|收|花|交|充|多|少|退|欠|付|费|共|才|要|每月|涨|补|返|赔|掉)(?:了|我|走|掉|是|为)*");
    private static final Pattern OWN_NAME =
            before("(?:我叫|我是|我姓|姓名|名字|机主|户主|本人|贵姓|敝姓|联系人|收件人|登记人|开户人|户名|鄙人|名下|我名)(?:叫|是|为|姓|[:：\\s])*");
    private static final Pattern MODEL = before(
            "(?:[A-Za-z]\\s?\\d{1,2}|(?:小米|红米|华为|荣耀|苹果|一加|真我|三星)\\s?\\d{1,2}|Pro|Max|Plus|Ultra|Mini|Note|Air|SE|手机|平板|苹果|华为|小米|荣耀)\\s{0,2}");
    private static final Pattern DATA = before("(?:用|剩|流量|还有|送|超|余|跑|买)(?:了|出|掉|下|完|只|不到|大概|差不多|有){0,3}");
    private static final Pattern LINE = before("(?:宽带|光纤|带宽|网速|测速|速率|提速|升级)[^，。；,;]{0,4}");

    // After it, from its end.
    private static final Pattern WRONG = after("[^，。,；;]{0,2}(?:打错|写错|发错|说错|报错|错了|不对)");
    private static final Pattern BUILDING = after(
            "\\s?(?:楼|栋|幢|院|门|单元|库|仓|厂|房|室|桌|柜|机|线|出口|站|基站|展|馆|会议|套餐|技师|客服|坐席|工位|窗口|电梯|别墅|铺|店|路|街|球|宿舍|公寓|地块|弄|巷|井|杆|箱|桩|表|灯|口|段|键|卡|航站|厅|车厢|员工|师傅|选手)");
    private static final Pattern THIS_ORDER = after("(?:这个|那个|是|的|我|这|那){0,3}(?:订单|工单|单号|运单|流水|快递单)");
    private static final Pattern BOTHERS = after("(?:的?号码?)?[^，。；,;]{0,4}(?:骚扰|诈骗|给我打|打给我|打来|冒充|骗)");
    private static final Pattern ASKED = after("(?:要|是|得|大概|能)?(?:多少|几)");
    private static final Pattern IDIOM = after("到晚|天|比一天|级|无理由");
    private static final Pattern HOTLINE = after("24\\s?小时|(?:的)?(?:客服|热线|服务|在线|营业|值班|电话)");
    private static final Pattern CLASS_OF_PRICE = after("(?:机|档|级)");
    private static final Pattern MEMORY = after("\\s?\\+|(?:版|内存|存储|运行|的?(?:手机|平板|iPad|iPhone|苹果|华为|小米))");
    private static final Pattern OF_LINE = after("\\s?(?:的)?(?:[老旧新])?(?:光纤|宽带|带宽|网速|光宽|家宽|专线)");
    private static final Pattern OF_DATA = after("\\s?(?:的)?(?:流量|数据|加油包|流量包)");
    private static final Pattern NOT_LIT = after("[^，。,；;]{0,2}(?:不亮|没亮|没有亮|灭|不闪|没闪|是绿|绿|正常)");

    private static final Pattern NETWORK = Pattern.compile("[2-6二三四五六]G", Pattern.CASE_INSENSITIVE);
    private static final Pattern SMS = Pattern.compile("【[^】\\n]{2,16}】[^\\n]*");
    private static final Pattern QUOTE =
            Pattern.compile("(?:写|说|称|讲|显示|宣传|广告|短信|标|印|叫)[^，。；,;“\"「『]{0,4}[“\"「『][^”\"」』\\n]{0,80}[”\"」』]");

    private FactContext() {}

    /** What a number or name is in its text; empty when it is no fact. */
    static Optional<String> key(String text, PersonalDatum found) {
        var key = KEYS.get(found.kind());
        // Codes and passwords are nobody's business, not even behind a mask.
        if (key == null || isDenied(text, found.start(), found.end())) {
            return Optional.empty();
        }
        if (PHONES.contains(found.kind())) {
            return phone(text, found, key);
        }
        if (found.kind() == Kind.NAME) {
            return Optional.of(key).filter(it -> precedes(OWN_NAME, text, found.start()));
        }
        return COUNTED.contains(found.kind()) ? counted(text, found, key) : Optional.of(key);
    }

    /** Whether a word of the trade is about the case. */
    static boolean holds(String text, String key, int start, int end) {
        return !key.equals("fault")
                ? !isDenied(text, start, end)
                : !isDenied(text, start, end)
                        && !precedes(LACKING, text, start)
                        && !follows(NOT_LIT, text, end)
                        && !isDenied(text, Math.max(0, start - 2), end);
    }

    private static Optional<String> phone(String text, PersonalDatum found, String key) {
        if (follows(WRONG, text, found.end()) || precedes(UNWANTED, text, found.start())) {
            return Optional.empty();
        }
        if (precedes(ORDERED, text, found.start()) || follows(THIS_ORDER, text, found.end())) {
            return Optional.of("order");
        }
        if (follows(BOTHERS, text, found.end()) || precedes(OF_OTHERS, text, found.start())) {
            return Optional.of("other-phone");
        }
        return Optional.of(precedes(CALLED_BACK, text, found.start()) ? "callback" : key);
    }

    private static Optional<String> counted(String text, PersonalDatum found, String key) {
        if (isWithin(SMS, text, found) || isWithin(QUOTE, text, found) || precedes(PROMISED, text, found.start())) {
            return Optional.empty();
        }
        return switch (found.kind()) {
            case DATE -> Optional.of(key).filter(it -> isDay(text, found));
            case AMOUNT -> Optional.of(key).filter(it -> isSum(text, found));
            case DURATION -> Optional.of(key).filter(it -> isTime(text, found));
            case VOLUME -> volume(text, found);
            default -> Optional.of(key);
        };
    }

    private static boolean isDay(String text, PersonalDatum found) {
        return !text.substring(found.start(), found.end()).matches("\\d{1,2}[日号]")
                || !follows(BUILDING, text, found.end()) && !precedes(STREET, text, found.start());
    }

    private static boolean isSum(String text, PersonalDatum found) {
        var words = text.substring(found.start(), found.end());
        boolean bare = !words.matches(".*\\d.*") && words.endsWith("块");
        return !follows(CLASS_OF_PRICE, text, found.end())
                && !precedes(LATIN, text, found.start())
                && (!bare || precedes(MONEY, text, found.start()));
    }

    private static boolean isTime(String text, PersonalDatum found) {
        return !follows(ASKED, text, found.end())
                && !follows(IDIOM, text, found.end())
                && !follows(HOTLINE, text, found.end());
    }

    private static Optional<String> volume(String text, PersonalDatum found) {
        var words = text.substring(found.start(), found.end()).replace(" ", "");
        boolean data = follows(OF_DATA, text, found.end()) || precedes(DATA, text, found.start());
        if (follows(OF_LINE, text, found.end()) || !data && precedes(LINE, text, found.start())) {
            return Optional.of("speed");
        }
        boolean memory = follows(MEMORY, text, found.end())
                || !data && precedes(MODEL, text, found.start())
                || found.start() > 0 && text.charAt(found.start() - 1) == '+';
        return !memory && (data || !NETWORK.matcher(words).matches()) ? Optional.of("data") : Optional.empty();
    }

    /** 不是…吗 asserts what it seems to deny. */
    private static boolean isDenied(String text, int start, int end) {
        return precedes(DENIED, text, start)
                && !ALREADY.matcher(text.substring(end)).find();
    }

    private static boolean isWithin(Pattern pattern, String text, PersonalDatum found) {
        return pattern.matcher(text).results().anyMatch(it -> it.start() <= found.start() && found.end() <= it.end());
    }

    private static Pattern before(String words) {
        return Pattern.compile("(?:" + words + ")$", Pattern.CASE_INSENSITIVE);
    }

    private static Pattern after(String words) {
        return Pattern.compile("^(?:" + words + ")", Pattern.CASE_INSENSITIVE);
    }

    private static boolean precedes(Pattern pattern, String text, int start) {
        return pattern.matcher(text.substring(Math.max(0, start - BEFORE), start))
                .find();
    }

    private static boolean follows(Pattern pattern, String text, int end) {
        return pattern.matcher(text.substring(end, Math.min(text.length(), end + AFTER)))
                .find();
    }
}
