package dev.yiwen.privacy;

import com.huaban.analysis.jieba.WordDictionary;
import dev.yiwen.shared.ResourceLines;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds people's names by the words before and after them. A surname alone begins many words: what the dictionary knows as
 * a word is a name only where nothing else can stand.
 */
final class Names {
    private static final Set<String> LONG_SURNAMES = new HashSet<>();
    private static final Set<Character> SURNAMES = new HashSet<>();
    /** Surnames that are more often something else. */
    private static final Set<Character> DOUBTFUL = new HashSet<>();

    private static final Set<Character> GIVEN = new HashSet<>();

    static {
        for (String line : ResourceLines.of("privacy/surnames.txt")) {
            boolean doubtful = line.startsWith("?");
            if (line.contains(" ") && !doubtful) {
                LONG_SURNAMES.addAll(List.of(line.split(" ")));
            } else {
                line.chars()
                        .filter(Character::isIdeographic)
                        .forEach(it -> (doubtful ? DOUBTFUL : SURNAMES).add((char) it));
            }
        }
        ResourceLines.of("privacy/given-names.txt").forEach(line -> line.chars().forEach(it -> GIVEN.add((char) it)));
    }

    private static final String IS = "\\s{0,2}+(?:是|为|叫|写的?是?|填的?是?|[:,;])?\\s{0,2}+[\"“‘「(]?";
    /** Nothing but a name can follow. */
    private static final Pattern LABEL = Pattern.compile(
            "(?:姓名|名字|联系人|户主|机主|收件人|收货人|经办人|持卡人|开户人|开户名|户名|持证人|办理人|登记人|申请人|代办人|委托人|报修人|投诉人|署名|落款|致电人|客户名称?|用户名称?|业主|法人|负责人|付款人|收款人|监护人|使用人|被保险人|收|寄件人|本人|我名|实名)("
                    + IS + ")");

    private static final Pattern CALLED = Pattern.compile(
            "(?:我叫做?|我的?名字?叫做?|名叫|叫做|(?<![\\p{IsHan}])叫|他叫|她叫|鄙人|在下|我就?是|我这边是|这里是|本人是|免贵|敝人)\\s{0,2}+[\"“(]?");
    private static final Pattern FAMILY = Pattern.compile("(?:免贵姓|我姓|敝姓|本人姓|他姓|她姓|姓|名字姓)\\s{0,2}+");
    private static final Pattern KIN = Pattern.compile(
            "(?:老公|老婆|爱人|妻子|丈夫|妈妈|母亲|爸爸|父亲|儿子|女儿|弟弟|哥哥|姐姐|妹妹|朋友|同事|室友|奶奶|爷爷|外婆|外公|房东|租客|邻居|媳妇|先生|太太|我妈|我爸|家属|亲戚|老板|员工|孩子|小孩)(?:是|叫|名叫|的名字叫|,|:)?\\s{0,2}+");
    private static final Pattern FOR =
            Pattern.compile("(?:帮|给|替|为|跟|找|把|由|让|被|是|与|同|和|请|告诉|联系|转给|过户给|过户到|查一下|查下|查查|名下|登记在|登记的|实名)\\s{0,1}+");
    private static final Pattern TITLE = Pattern.compile("(?:先生|女士|小姐(?!姐)|太太|老师|师傅|同志|大爷|大妈|阿姨|叔叔|大姐|大哥|经理|医生)");
    /** Before whom somebody is spoken of. */
    private static final String BEFORE_TITLE = "是叫找姓和跟给请替帮";

    private static final Pattern LATIN = Pattern.compile(
            "(?i:my name is|i am called|account holder is)\\s{1,2}+([A-Z][a-z]{1,15}(?: [A-Z][a-z]{1,15}){0,2})");
    private static final Pattern LATIN_LABEL = Pattern.compile("(?:我叫|姓名|名字|联系人|机主|收件人|持卡人|英文名|拼音)" + IS
            + "([A-Z][A-Za-z]{1,15}(?:[ ,]{1,2}[A-Z][A-Za-z]{1,15}){0,2})(?![A-Za-z0-9_@.])");
    private static final Pattern DOTTED = Pattern.compile("[\\p{IsHan}]{2,8}(?:[·•・][\\p{IsHan}]{2,8}){1,3}");

    private static final String NO_NAME =
            "的是了吗呢吧啊嘛哦么着过不没都就也还很太要想请帮说电话手机号身份今昨前后明日年月点分时卡网费量套餐宽带办理开通查询缴充值停断修装户客我你您他她它们这那哪谁什怎几多少个在到从去来给把被让对跟能会可以上下里外第万千百元块钱路街市省区县镇村";
    private static final Pattern ENDS = Pattern.compile(
            "$|[^\\p{IsHan}]|的|是|电话|手机|号|身份|要|想|帮|请|住|在|有|先生|女士|小姐|本人|名下|和|我|也|需|办|查|来|说|能|可以|这|那|已|收|联系|地址|今|昨|明|刚|上|下|从|用|与|及|还|没|不|都|去|就|之|为|充|交|缴|给|同志|老师|师傅|吗|呢|了|吧|啊|名字|申请|证件|男|女|签");
    /** Words that the dictionary lacks, or holds as names. */
    private static final Set<String> WORDS = Set.of(
            "黄牛", "常客", "张家口", "马上", "方便", "高速", "王者", "金卡", "白卡", "包月", "包年", "单位", "常用", "安装", "连接", "江西人", "任何",
            "全部", "全家", "国内", "水费", "温馨", "明天", "明细", "和家", "和你", "平台", "成功", "时候", "向你", "华为", "金融", "文件", "关于", "安全",
            "于是", "宁波", "石家庄", "马鞍山", "单宽带", "程序", "范围", "余额", "项目", "管理", "任务", "毕业", "曾经", "左右", "段时间", "严重", "许多",
            "钟头", "周末", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "季度", "段落", "游客", "游戏", "路由", "项圈", "齐全", "康复", "班长",
            "石狮", "麦当劳", "肖像");

    private final WordDictionary dictionary = WordDictionary.getInstance();

    List<PersonalDatum> in(FoldedText plain) {
        var found = new ArrayList<PersonalDatum>();
        String text = plain.text();
        latin(plain, found);
        dotted(plain, found);
        after(LABEL, plain, Trust.LABEL, found);
        after(CALLED, plain, Trust.WORD, found);
        after(KIN, plain, Trust.WORD, found);
        after(FOR, plain, Trust.GUESS, found);
        family(plain, found);
        titles(plain, found);
        besideNumbers(plain, found);
        return found;
    }

    /** How sure it is that a name stands there. */
    private enum Trust {
        LABEL,
        WORD,
        GUESS
    }

    private static void latin(FoldedText plain, List<PersonalDatum> found) {
        for (Pattern pattern : List.of(LATIN, LATIN_LABEL)) {
            var matcher = pattern.matcher(plain.text());
            while (matcher.find()) {
                found.add(
                        plain.found(pattern == LATIN ? Kind.LATIN_NAME : Kind.NAME, matcher.start(1), matcher.end(1)));
            }
        }
    }

    /** 阿依古丽·买买提, after a cue: products are written so too. */
    private static void dotted(FoldedText plain, List<PersonalDatum> found) {
        var name = DOTTED.matcher(plain.text());
        for (Pattern cue : List.of(LABEL, CALLED)) {
            var matcher = cue.matcher(plain.text());
            while (matcher.find()) {
                if (name.region(matcher.end(), Math.min(plain.length(), matcher.end() + 40))
                        .lookingAt()) {
                    found.add(plain.found(Kind.NAME, name.start(), name.end()));
                }
            }
        }
    }

    private void after(Pattern cue, FoldedText plain, Trust trust, List<PersonalDatum> found) {
        var matcher = cue.matcher(plain.text());
        while (matcher.find()) {
            int at = matcher.end();
            boolean apart = matcher.groupCount() > 0 && matcher.start(1) < matcher.end(1);
            int end = nameEnd(plain, at, trust, apart);
            if (end > at) {
                found.add(plain.found(Kind.NAME, at, end));
            }
        }
    }

    /** Where the name ends that begins there; {@code at} when none does. */
    private int nameEnd(FoldedText plain, int at, Trust trust, boolean apart) {
        int surname = surname(plain, at);
        if (surname == 0) {
            return at;
        }
        boolean doubtful = surname == 1 && DOUBTFUL.contains(plain.at(at));
        for (int given = surname == 2 ? 1 : 2; given >= 1 && given <= 2; given = next(surname, given)) {
            int end = at + surname + given;
            if (holds(plain, at, surname, end, trust, apart, doubtful)) {
                return end;
            }
        }
        return at;
    }

    /** Two given characters before one after a short surname; one before two after a long one. */
    private static int next(int surname, int given) {
        return surname == 2 ? given + 1 : given - 1;
    }

    private boolean holds(
            FoldedText plain, int at, int surname, int end, Trust trust, boolean apart, boolean doubtful) {
        if (end > plain.length()) {
            return false;
        }
        String name = plain.text().substring(at, end);
        String given = name.substring(surname);
        boolean han = given.chars().allMatch(Character::isIdeographic);
        // 多多, 点点: as a pair they are names.
        boolean pair = trust == Trust.LABEL && given.length() == 2 && given.charAt(0) == given.charAt(1);
        boolean whole = surname == 2 && (end == plain.length() || !Character.isIdeographic(plain.at(end)));
        if (!han
                || !pair
                        && !whole
                        && given.chars().anyMatch(it -> NO_NAME.indexOf(it) >= 0)
                        && !given.chars().allMatch(it -> GIVEN.contains((char) it))) {
            return false;
        }
        boolean word = isWord(plain, at, end);
        boolean usual = given.chars().allMatch(it -> GIVEN.contains((char) it));
        boolean hard = end == plain.length() || !Character.isIdeographic(plain.at(end));
        boolean boundary =
                ENDS.matcher(plain.text()).region(end, plain.length()).lookingAt();
        boolean beforeWord = end + 2 <= plain.length() && isKnown(plain.text().substring(end, end + 2));
        return switch (trust) {
            case LABEL -> apart && hard || (boundary || beforeWord) && !word && (apart || usual || !doubtful);
            case WORD -> !word && (hard && (usual || !doubtful) || (boundary || beforeWord) && usual);
            case GUESS ->
                !word && usual && !doubtful && given.length() + (hard ? 1 : 0) >= 1 && (boundary || beforeWord);
        };
    }

    /** Whether something else begins there, or runs across the beginning or the end. */
    private boolean isWord(FoldedText plain, int at, int end) {
        String text = plain.text();
        for (int length = 2; length <= 4 && at + length <= text.length(); length++) {
            String here = text.substring(at, at + length);
            if ((at + length <= end || length > 2) && isKnown(here) && !isName(here)) {
                return true;
            }
        }
        return false;
    }

    /** The dictionary holds names, too: those of three characters are seldom anything else. */
    private static boolean isName(String word) {
        boolean threeOfName = word.length() == 3
                && (SURNAMES.contains(word.charAt(0)) || DOUBTFUL.contains(word.charAt(0)))
                && word.chars().skip(1).allMatch(it -> GIVEN.contains((char) it));
        boolean longSurname = LONG_SURNAMES.contains(word.substring(0, 2));
        return threeOfName && !WORDS.contains(word) || NAMES.contains(word) || longSurname;
    }

    private static final Set<String> NAMES = Set.of(
            "张三", "李四", "王五", "赵六", "张伟", "李明", "王伟", "王芳", "李娜", "张敏", "王静", "李静", "李强", "张磊", "王军", "刘伟", "刘洋", "李军",
            "张勇", "李杰", "王磊", "张涛", "李雷", "韩梅梅", "王刚", "李刚", "张军", "陈静", "杨洋", "李小龙", "王小明", "李丽", "王丽", "王强", "张强",
            "王红", "李红", "张丽", "陈明", "林峰", "周杰", "郑爽", "张华", "王明", "李华", "刘强", "王平", "李平", "张杰", "陈杰", "马云", "马超", "马丽");

    private boolean isKnown(String word) {
        return WORDS.contains(word) || word.length() > 1 && dictionary.containsWord(word);
    }

    private static int surname(FoldedText plain, int at) {
        if (at + 2 <= plain.length() && LONG_SURNAMES.contains(plain.text().substring(at, at + 2))) {
            return 2;
        }
        return SURNAMES.contains(plain.at(at)) || DOUBTFUL.contains(plain.at(at)) ? 1 : 0;
    }

    /** 我姓欧阳, 免贵姓张: the surname, and a given name that follows. */
    private void family(FoldedText plain, List<PersonalDatum> found) {
        var matcher = FAMILY.matcher(plain.text());
        while (matcher.find()) {
            int at = matcher.end();
            int surname = surname(plain, at);
            if (surname == 0 || plain.text().startsWith("姓名", matcher.end() - 1)) {
                continue;
            }
            int named = nameEnd(plain, at, Trust.WORD, false);
            int end = at + surname;
            boolean alone = end == plain.length()
                    || ENDS.matcher(plain.text()).region(end, plain.length()).lookingAt();
            if (named > at || alone) {
                found.add(plain.found(Kind.NAME, at, Math.max(named, end)));
            }
        }
    }

    /** 欧阳先生, 张伟女士: with the title. */
    private void titles(FoldedText plain, List<PersonalDatum> found) {
        var matcher = TITLE.matcher(plain.text());
        while (matcher.find()) {
            for (int before = 4; before >= 1; before--) {
                int at = matcher.start() - before;
                int surname = at < 0 ? 0 : surname(plain, at);
                boolean doubtful = surname == 1
                        && DOUBTFUL.contains(plain.at(at))
                        && Character.isIdeographic(plain.at(at - 1))
                        && BEFORE_TITLE.indexOf(plain.at(at - 1)) < 0;
                if (surname > 0
                        && surname <= before
                        && before - surname <= 2
                        && !doubtful
                        && fits(plain, at, surname, matcher.start())) {
                    found.add(plain.found(Kind.NAME, at, matcher.end()));
                    break;
                }
            }
        }
    }

    private boolean fits(FoldedText plain, int at, int surname, int end) {
        String given = plain.text().substring(at + surname, end);
        boolean usual = given.chars().allMatch(it -> GIVEN.contains((char) it));
        boolean across = at > 0
                && isKnown(plain.text().substring(at - 1, at + 1))
                && given.isEmpty()
                && Character.isIdeographic(plain.at(at - 1))
                && "找叫是和跟给请问联系为由让".indexOf(plain.at(at - 1)) < 0;
        return usual && !across && (given.isEmpty() || !isWord(plain, at, end));
    }

    /** 张伟，13800138000: between a border and a number. */
    private static final Pattern BESIDE = Pattern.compile(
            "(?<![\\p{IsHan}A-Za-z0-9])([\\p{IsHan}]{2,4})[\\s,:;、/|+-]{0,3}+(?:的?(?:手机号?|电话|身份证号?|号码)?[\\s:]{0,2}+)(?=1[3-9]\\d[\\d -]{8}|\\d{15})");

    private static final Pattern OWNER = Pattern.compile(
            "(?<![\\p{IsHan}])([\\p{IsHan}]{2,4})(?=的(?:手机|电话|号码|身份证|卡|宽带|账户|话费|套餐|余额|账单)|[(,]身份证|,男|,女)");

    private void besideNumbers(FoldedText plain, List<PersonalDatum> found) {
        for (Pattern pattern : List.of(BESIDE, OWNER)) {
            var matcher = pattern.matcher(plain.text());
            while (matcher.find()) {
                int surname = surname(plain, matcher.start(1));
                int given = matcher.end(1) - matcher.start(1) - surname;
                if (surname > 0
                        && given >= 1
                        && given <= 2
                        && fits(plain, matcher.start(1), surname, matcher.end(1))
                        && !isWord(plain, matcher.start(1), matcher.end(1))) {
                    found.add(plain.found(Kind.NAME, matcher.start(1), matcher.end(1)));
                }
            }
        }
    }
}
