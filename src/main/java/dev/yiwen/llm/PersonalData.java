package dev.yiwen.llm;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What of a text is personal data, by its form or by the word before it. Rather too little of a place or a name than the
 * sense of a question: a street alone is not an address, and a name counts after 我叫, 联系人 and their like.
 */
final class PersonalData {
    /** The group of each pattern that is the value. */
    static final String VALUE = "v";

    private static final String IS = "\\s*(?:是|为|叫|[:：])?\\s*";
    private static final String PROVINCE = "(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西"
            + "|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)(?:省|市|自治区|壮族自治区|回族自治区|维吾尔自治区)?";
    // Not the words that stand before an address.
    private static final String HAN = "[\\p{IsHan}&&[^在到是住址我的去从把帮给请寄送号路街]]";
    private static final String ROAD = HAN + "{1,8}(?:路|街道?|大道|巷|弄|胡同|村)";
    private static final String ESTATE = HAN + "{2,8}(?:小区|花园|公寓|家园|苑)";
    private static final String NUMBER = "\\s*\\d{1,5}(?:-\\d{1,4})?\\s*(?:号楼?|弄|栋|幢|座)";
    private static final String HOUSE = "(?:[\\p{IsHan}&&[^，。]]{0,8}?\\s*\\d{1,4}\\s*(?:号楼|栋|幢|座|单元|室|楼|层|户|号)){0,5}";
    private static final String DISTRICT = HAN + "{1,6}(?:市|区|县|州|旗|镇|乡)";
    private static final String SURNAME = "(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|[赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏"
            + "窦章苏潘葛范彭鲁韦马苗方俞任袁柳唐罗薛雷贺倪汤滕殷毕郝邬傅皮卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄臧戴宋庞熊纪舒屈项祝"
            + "董梁杜阮蓝季贾江童颜郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯管卢莫丁邓洪包左石崔吉龚程邢裴陆翁甄曲靳段焦侯班秋仲伊宫"
            + "甘厉武符刘龙叶黎白温庄晏柴瞿阎连习艾容古易廖耿匡文寇聂晁冷辛曾沙丰关查游])";
    private static final String NAME_ENDS = "(?=$|[^\\p{IsHan}]|的|是|电话|手机|号|身份|要|想|帮|请|住|在|有|先生|女士|小姐|本人|名下|和我|也)";

    /** From the longest to the shortest, so that a part of one is not taken for another. */
    static final Map<String, Pattern> KINDS = kinds();

    private PersonalData() {}

    /** Full-width digits and letters as plain ones. */
    static String withPlainDigits(String text) {
        return FULL_WIDTH.matcher(text).replaceAll(found -> Normalizer.normalize(found.group(), Normalizer.Form.NFKC));
    }

    private static final Pattern FULL_WIDTH = Pattern.compile("[０-９Ａ-Ｚａ-ｚ＠．－＋]+");

    private static Map<String, Pattern> kinds() {
        var kinds = new LinkedHashMap<String, Pattern>();
        kinds.put("邮箱", value("", "[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", ""));
        kinds.put(
                "微信号", value("(?:微信|VX|vx|wx|WX)(?:账|帐)?号?" + IS, "[A-Za-z][A-Za-z0-9_-]{5,19}", "(?![A-Za-z0-9_-])"));
        kinds.put("QQ号", value("(?i:QQ)号?(?:码)?" + IS, "[1-9]\\d{4,11}", "(?!\\d)"));
        kinds.put(
                "证件号",
                value(
                        "(?<![\\dA-Za-z])",
                        "[1-9]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]"
                                + "|[1-9]\\d{7}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}(?=\\D|$)",
                        "(?!\\d)"));
        kinds.put("护照号", value("(?:护照|通行证|居留证)(?:号码?)?" + IS, "[A-Za-z]{1,2}\\d{7,8}", "(?!\\d)"));
        kinds.put(
                "车牌",
                value("", "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-NP-Z][·•]?[A-HJ-NP-Z0-9]{5,6}", "(?![A-Za-z0-9])"));
        kinds.put(
                "单号",
                value("(?:订单|工单|受理单|流水|快递|运单|单)(?:编)?号" + IS, "[A-Za-z0-9][A-Za-z0-9-]{5,31}", "(?![A-Za-z0-9])"));
        kinds.put("银行卡", value("", "(?<!\\d)(?:\\d{4}[ -]?){3,4}\\d{3,4}(?!\\d)|(?<!\\d)\\d{16,19}(?!\\d)", ""));
        kinds.put("手机号", value("(?<!\\d)", "(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}", "(?!\\d)"));
        kinds.put(
                "座机",
                value(
                        "(?<!\\d)",
                        "(?:\\(0\\d{2,3}\\)|0\\d{2,3}[ -])\\d{7,8}|0(?:10|2\\d|[3-9]\\d{2})\\d{7,8}",
                        "(?!\\d)"));
        kinds.put("地址", value("", address(), ""));
        kinds.put("姓名", value("(?:我(?:的名字)?叫|我姓名|姓名|联系人|户主|机主|收件人|收货人|经办人)" + IS, name(), ""));
        kinds.put(
                "NAME",
                value("(?i:my name is|i am called|account holder is)\\s+", "[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}", ""));
        return kinds;
    }

    /** A road with a house number below a province or a district, a flat in an estate, or what follows 地址. */
    private static String address() {
        String place = "(?:" + ROAD + "|" + ESTATE + ")" + NUMBER + HOUSE;
        return "(?:" + PROVINCE + ")(?:" + DISTRICT + "){0,3}" + place
                + "|(?:" + DISTRICT + "){1,3}" + place
                + "|(?<=地址|地址是|地址：|地址:|住在|家住|寄到|送到)" + place
                + "|" + ESTATE + "\\s*\\d{1,4}\\s*(?:号楼|栋|幢|座|单元)" + HOUSE;
    }

    private static String name() {
        return SURNAME + "\\p{IsHan}{1,2}?" + NAME_ENDS + "|" + SURNAME + "\\p{IsHan}{1,2}(?=$|[^\\p{IsHan}])";
    }

    private static Pattern value(String before, String value, String after) {
        return Pattern.compile(before + "(?<" + VALUE + ">" + value + ")" + after);
    }
}
