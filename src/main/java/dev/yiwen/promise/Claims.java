package dev.yiwen.promise;

import dev.yiwen.reading.Quantity;
import dev.yiwen.reading.Quantity.Dimension;
import dev.yiwen.reading.SpokenAmounts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what a sentence of an agent commits to; not what it asks, nor what it reads out of the customer's own data. */
final class Claims {
    private static final Pattern CLAUSE = Pattern.compile("(?<!\\d)[，,]|[，,](?!\\d{3}(?!\\d))|[。；;！!\\n]|(?<=[?？])");
    private static final Pattern ASKS =
            Pattern.compile("[?？]\\s*$|(?<!好|行|以|可|成|对)[吗么]$|(?:是不是|有没有|是否|多少|哪个|哪天|几[点号个张天位]|还是).*$|(?:对吧|是吧)$");
    private static final Pattern TAG = Pattern.compile("(?:^|[，,])?(?:您看|这样)?(?:好|行|可以|成)(?:吗|不|么)[?？]?$");

    /** Of this customer, this call, this order. */
    private static final Pattern OWN = Pattern.compile(
            "在网|您今年|您名下|您的(?:合约|号码|卡)(?:到|在)|您?去年|最近一次|上一次|您那边|那位同事|余额(?:还有|还剩|是|有|为|显示|只剩|现在|里)|还剩|剩下|已经?(?:用|打|欠|扣|充|交|到)了?|用了|打了|欠了|欠费?\\d|充了|充值了|扣了|消费了|花了|交了|付了|等了|用掉"
                    + "|尾号|后四位|工号|编号|单号|订单号|验证码(?:是|为)|身份证(?:是|号)|出生|登记的|门牌|单元|分机|您(?:刚才|之前|当时|上次|那次|前面)?(?:说|反映|提到|问|打来|来电|报|申请|办|选|订|买)的?"
                    + "|(?:显示|查到|看到|查了|看了|核实到|记录)|(?:上个月|这个月|本月|当月|昨天|前天|刚刚|刚才|上周|去年)您?.{0,6}(?:用|打|扣|充|消费|产生|花|账单|费用|话费|报修|来电|订|欠)|您(?:这个月|上个月|本月|目前|现在|当前|名下|这边|家|的号码|的宽带|的账户|的套餐|的手机)?(?:是|有|现在|目前|用的|在用|在网|办的|已经?)"
                    + "|我(?:是|姓|叫)|工单|第\\s*\\d|第[一二三四五六七八九十]");

    private static final Pattern RULE = Pattern.compile("多扣|剩余月|低于|满\\d|以上|以下|的话|如果|要是|凡是|每");
    /** After what is the customer's own, what holds for it. */
    private static final Pattern TERMS = Pattern.compile("赔|退|送|免|减|返|补|内|生效|封顶|最[高多]|月费|每月|押金|可以|含|享|恢复|到账");

    private static final Pattern WAITING =
            Pattern.compile("转[到接]|稍等|等我|请等|请稍|耽误|占用|听我|再试|别挂|不要挂|我(?:看|查|核对)一?下|回您|回电|给您打|打给您|联系我|找我");
    private static final Pattern ARRANGED =
            Pattern.compile("今天|明天|后天|今晚|明早|明晚|下周|这周|本周|周[一二三四五六日末]|星期[一二三四五六日天]|刚才|昨天|前天|上午|下午");
    private static final Pattern BINDING =
            Pattern.compile("赔|退(?!订)|送(?!到)|减免|优惠|返|补偿|打.{0,3}折|折(?:扣|给)|保修|质保|包换|换新|赠|奖|不收|免费");

    /** Words by which a thing is promised for sure. */
    private static final Pattern ABSOLUTE = Pattern.compile(
            "保证(?!金)|担保|绝对|(?<![到和达及、])(?:百分之?百|100%)(?!都|的时候|以后|时)|(?:一定|肯定|必定)(?:不会|不再|能|会|可以|给您?(?:修|退|赔|免|减)|修|退|到账|赔|恢复|解决|成功|没问题|有|是)|终身|终生|永久|永远|一辈子|无条件|无限(?:量|制|期)?|不限量|不限速|再也不会|绝不会?|随便(?:用|退|换)|全额|想.{0,3}就.{0,3}|包(?:您|你)(?:满意|修好)|马上(?:就)?(?:到账|退|恢复)|立[刻即马](?:就)?(?:到账|退到?|恢复)|最(?:划算|优惠)|全网最|最便宜(?!的?那|的?一?[档款个种])");

    private static final Pattern EFFORT = Pattern.compile(
            "(?:一定|肯定|保证|绝对)(?:会|要|能)?(?:尽|帮您(?!.{0,4}(?:退|免|赔|修好))|给您(?:登记|记|反馈|转|跟进|查|催|核实|说清)|跟进|登记|转达|反馈|催|核实|如实|认真|记)|(?:不能|不敢|没法|无法|没办法|不可能|不好|难以|并不|不是|不)(?:给您|跟您|向您|打)?(?:保证|承诺|担保|绝对|一定|肯定|永久|终身|百分)|是诈骗|骗");

    private Claims() {}

    static List<Claim> of(String sentence) {
        var clauses = clauses(sentence);
        var written = clauses.stream().map(SpokenAmounts::written).toList();
        var all = written.stream().map(Claims::quantities).toList();
        var claims = new ArrayList<Claim>();
        for (int at = 0; at < clauses.size(); at++) {
            read(claims, clauses, written, all, at);
        }
        return claims;
    }

    private static void read(
            List<Claim> claims, List<String> clauses, List<String> written, List<List<Quantity>> all, int at) {
        String clause = clauses.get(at);
        if (ASKS.matcher(TAG.matcher(clause).replaceAll("")).find()) {
            return;
        }
        Set<String> terms = Wordage.of(written.get(at));
        var around = new HashSet<String>();
        var aside = new ArrayList<Quantity>();
        for (int other = 0; other < clauses.size(); other++) {
            if (other != at) {
                around.addAll(Wordage.of(written.get(other)));
                aside.addAll(all.get(other));
            }
        }
        boolean own = isOwn(written.get(at))
                || at > 0
                        && isOwn(written.get(at - 1))
                        && !TERMS.matcher(clause).find();
        boolean binding = BINDING.matcher(clause).find();
        if (!own && !WAITING.matcher(clause).find()) {
            for (Quantity quantity : all.get(at)) {
                if (!isArranged(quantity, clause)) {
                    var others =
                            all.get(at).stream().filter(it -> it != quantity).toList();
                    claims.add(new Claim(clause, quantity, "", terms, around, others, aside, binding));
                }
            }
        }
        var word = ABSOLUTE.matcher(clause);
        if (word.find() && !EFFORT.matcher(clause).find()) {
            claims.add(new Claim(clause, null, word.group(), terms, around, all.get(at), aside, true));
        }
    }

    private static boolean isOwn(String written) {
        return OWN.matcher(written).find() && !RULE.matcher(written).find();
    }

    /** 明天下午三点 is what these two have agreed on. */
    private static boolean isArranged(Quantity quantity, String clause) {
        return (quantity.dimension() == Dimension.CLOCK || quantity.dimension() == Dimension.DATE)
                && ARRANGED.matcher(clause).find();
    }

    private static List<Quantity> quantities(String written) {
        return Quantity.in(written);
    }

    private static List<String> clauses(String sentence) {
        var clauses = new ArrayList<String>();
        for (String clause : CLAUSE.split(sentence)) {
            if (!clause.isBlank()) {
                clauses.add(clause.strip());
            }
        }
        return clauses;
    }
}
