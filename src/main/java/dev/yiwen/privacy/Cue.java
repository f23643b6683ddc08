package dev.yiwen.privacy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Words that say what comes after them. The nearest cue counts. */
enum Cue {
    IDENTITY_CARD("身份证件?|身份号|公民身份|证件|二代证|idcard|id card|居住证|户口本"),
    PASSPORT("护照|passport"),
    PERMIT("通行证|回乡证|台胞证|港澳证|大通证|小通证|居留证|军官证|士兵证|香港身份证|澳门身份证|台湾身份证"),
    BANK_CARD(
            "(?:银行|储蓄|信用|借记|工行|建行|农行|中行|招行|交行|邮储|收款|付款|扣款|还款|绑定的?|提现|尾款)卡|(?:银行|收款|付款|退款|打款|对公)账[户号]|(?<!IM|SIM)卡号(?!\\D{0,4}8986)|bank ?card|card ?(?:no|number)"),
    CARD_CODE("cvv2?|cvc2?|cvn2?|安全码|背面(?:的)?(?:三位|末三位|数字)|(?:后|末)三位"),
    SMS_CODE("验证码|校验码|动态(?:密)?码|短信码|随机码|短信密码|验证吗|确认码|授权码|取件码|verification code|otp"),
    PASSWORD("服务密码|查询密码|登[录陆]密码|支付密码|初始密码|宽带密码|wifi密码|无线密码|取款密码|密码|口令|puk码?|pin码?|password|pwd"),
    IMEI("imei(?:[12](?!\\d))?|串号|串码|机身码|meid"),
    ICCID("iccid|sim卡(?:卡)?号|卡号(?=\\D{0,4}8986)|卡背面(?:的)?(?:号码|数字)|序列号|卡板号|空卡号|卡串号"),
    IMSI("imsi"),
    ORDER(
            "(?:订单|工单|受理|受理单|流水|业务流水|交易|快递|运单|单据|物流|报修|报障|投诉|预约|退款|发票|申请|业务|保单|合同|案件|凭证|支付|商户|投诉单|故障)(?:编|单|订)?(?:号|id|编码|号码)|(?:订|工|运|快递|物流|报修|受理|投诉|退款)单(?=[:是为\\s]{0,3}(?!1[3-9]\\d{9}(?!\\d))[a-z0-9][a-z0-9-]{7})|单子?号|(?<!客户|用户|会员|业务|缴费)编号|order ?(?:no|id|number)|ticket ?(?:no|id)"),
    ACCOUNT(
            "宽带(?:账|帐)[号户]|宽带号|接入(?:账|帐)?号|上网(?:账|帐)号|拨号(?:账|帐)号|(?:账|帐)[号户]|用户名|登[录陆]名|(?:客户|用户|会员|业务|缴费)(?:编?号|编码|id)|户号|会员卡号?|loid|iptv账号|支付宝"),
    WECHAT("微信|威信|薇信|微❤|v信|vx|wx|加v|wechat"),
    QQ("qq|扣扣|企鹅|球球|q号|扣号"),
    LANDLINE("座机|固话|固定电话|固号|(?:家|家里|家中|办公室?|公司|单位|店里)的?电话|电话|传真|tel|fax"),
    MOBILE("手机|联系方式|联系电话|号码|电话|phone|mobile|tel|本机|主号|副号|主卡|副卡|尾号"),
    EXPIRY("(?<!套餐|优惠|活动|合约|协议|流量|资费)(?:卡)?(?:有效期|到期日?|过期日?)|expiry|expires?|exp|valid thru"),
    BIRTHDAY("生日|出生(?:日期|年月日?|于)?|生于|生辰|birthday|dob"),
    PLATE("车牌|车号");

    /** What may stand between a cue and its value. Possessive, so that nothing is tried twice. */
    private static final String FILLER =
            "(?:[\\s\"'“”‘’「」『』\\[\\]()<>《》【】=:,;*|/~#_—–…-]|[四五六八4568]位数?字?|号码?|[账帐]号|编号|id|码|卡|是|为|叫|就|应该|好像|大概|填|写|的|了|我|您|你|这个|那个"
                    + "|刚才|刚刚|刚|收到|收|到|显示|发来|发|如下|改成|设成|设置|成|换成|一下|报|给|个|数字|后面|背面|上|写着|设的?|用的?|输的?|原来|之前|现在|目前|一直|当时|[a-z]-|no\\.?|number|is|：|。|\\.){0,10}+";

    private final Pattern pattern;

    Cue(String words) {
        this.pattern = Pattern.compile("(?:" + words + ")(" + FILLER + ")", Pattern.CASE_INSENSITIVE);
    }

    /** Where in the text a value of each kind may begin. */
    static Cues in(String text) {
        var ends = new EnumMap<Cue, Map<Integer, Integer>>(Cue.class);
        for (Cue cue : values()) {
            var found = new HashMap<Integer, Integer>();
            var matcher = cue.pattern.matcher(text);
            while (matcher.find()) {
                found.put(matcher.end(), matcher.start());
            }
            ends.put(cue, found);
        }
        return new Cues(ends);
    }

    /** Where cues end, and where they began. */
    record Cues(Map<Cue, Map<Integer, Integer>> ends) {

        /** The cues before a place, the longest first. */
        List<Cue> before(int place) {
            var cues = new ArrayList<Cue>();
            ends.forEach((cue, found) -> {
                if (found.containsKey(place)) {
                    cues.add(cue);
                }
            });
            cues.sort(Comparator.comparing(it -> endsOf(it).getOrDefault(place, 0)));
            return cues;
        }

        boolean before(Cue cue, int place) {
            return endsOf(cue).containsKey(place);
        }

        Iterable<Integer> of(Cue cue) {
            return endsOf(cue).keySet();
        }

        private Map<Integer, Integer> endsOf(Cue cue) {
            return ends.getOrDefault(cue, Map.of());
        }
    }
}
