package dev.yiwen.handoff.wrapup;

import dev.yiwen.handoff.wrapup.SpokenClauses.Clause;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a clause of an agent is: something done, a promise, a cause, something left to do, advice, or none of these. */
final class AgentWords {
    private static final String DEED =
            "登记|受理|办理|办好|办妥|提交|开通|取消|关闭|关掉|退订|退还|退费|退款|退回|返还|重置|重启|刷新|安排|预约|约|派单|下单|下派|核实|核对|反馈|申请"
                    + "|发送|发到|发您|寄出|补发|补开|更改|修改|变更|改成|改为|改好|恢复|记录|备注|转接|转交|转给|上报|催单|催促|催|激活|解绑|绑定|升级|降级|查询|查了|处理|报修|测试|调整|设置|解锁|挂失|充值|补|减免|加急|标记|屏蔽|拉黑|撤销|撤回";

    private static final Pattern DONE =
            Pattern.compile("(?:已经?|刚刚|刚才|现在)(?:.{0,4}(?:为|帮|给|替|把|将)您?)?.{0,10}?(?:" + DEED + ")"
                    + "|(?:为|帮|给|替)您.{0,10}?(?:" + DEED + ")(?:.{0,6}(?:好了|成功|完成|完了|了$|了一[下条个])|了)"
                    + "|(?:" + DEED + ")(?:好了|成功|完成|完毕|过去了|上去了)|(?:处理|弄|修|办|改|退|开|关)好了|到账了|生效了");

    private static final Pattern NOT_DONE =
            Pattern.compile("(?:没有?|未|不|无法|还没).{0,4}(?:" + DEED + ")|您.{0,3}已|如果|要是|的话$");

    private static final Pattern WILL = Pattern.compile(
            "(?<![机社不学])会(?![员议话计不])|将|马上|尽快|稍后|稍晚|到时候?|最晚|最迟|最快|保证|一定|负责|安排|立即|给您|帮您|为您|跟您|跟进|我来|我去|预计|之内|以内|内|之前|前$|前给|前回");

    private static final String KEPT =
            "联系|回电|回复|回您|回访|致电|来电|打给|打.{0,3}电话|上门|退|到账|返还|返到|恢复|修好|修复|送达|寄出|寄|发送|发短信|发到|发给|发您|生效|处理|解决|通知|短信|开通|完成|安排|跟进|审核|核实|减免|补偿|赔|赠送|送您|开具|开好|开出|重开|答复|结果|登记|派单|调整|取消|转接|解冻|复机|开机|激活|免费|修|报上去|反馈|催|提交|办理|收到|送到|保留|删除|出结果";
    private static final Pattern PROMISE = Pattern.compile(KEPT);
    private static final Pattern NOT_PROMISED =
            Pattern.compile("您(?:会|将|就?可以|需要|可|得|要|再|先|自己)|如果|要是|的话|需要您|麻烦您|请您|建议|会不会|不(?:会|能|可以)|无法|没办法|会员|抱歉|不好意思");

    private static final Pattern CAUSE = Pattern.compile(
            "因为|由于|原因|导致|造成|引起|所致|查到|查询到|查了|显示|系统里|检测到|看到您|看了(?:一)?下|是.{0,14}(?:故障|损坏|欠费|超出|超了|用完|用超|过期|到期|老化|断了|松了|没实名|未实名|停机|割接|施工|挖断|收的|扣的|产生的|订购的?)");
    private static final Pattern NO_CAUSE = Pattern.compile("帮您|为您|给您|请您|稍等|正在|马上|什么原因|原因吗|具体原因");

    private static final Pattern OPEN = Pattern.compile(
            "(?:需要您|麻烦您|请您|您(?:再|先|到时候?|记得|回去|那边|需要|得|要)).{0,16}(?:提供|携带|带上?|准备|拍|上传|确认|营业厅|保持|观察|试|重启|考虑|联系|来电|打|核对|签|缴|交|充|还)"
                    + "|等.{0,10}(?:结果|通知|审核|核实|回复)|待.{0,8}(?:核实|确认|处理|审核)|(?:还|仍)(?:需|要|没有?)|(?:如果|要是).{0,14}(?:再|还).{0,10}(?:联系|来电|打|找)");

    private static final Pattern COURTESY = Pattern.compile(
            "感谢|谢谢|祝您|再见|还有(?:什么|其他|别的)|其他(?:问题|可以)|很高兴|请?您?稍等|稍候|别挂|不要挂|正在(?:为您)?(?:查|核实|看)|评价|满意|不客气|应该的|再次|理解您|您的心情|久等");

    private static final Pattern ADVICE =
            Pattern.compile("您?可以|建议您?|麻烦您|请您|您先|点击|进入|打开|拨打|登录|发送短信|需要|只能|无法|不能|不支持|规定|要求|是.{0,8}元|每月|月费|收费|免费");

    private AgentWords() {}

    static boolean isCourtesy(Clause it) {
        return COURTESY.matcher(it.text()).find();
    }

    static boolean isDone(Clause it) {
        return !it.asks()
                && DONE.matcher(it.text()).find()
                && !NOT_DONE.matcher(it.text()).find();
    }

    /** A promise has a time or a word that says that it will be; what a customer may or must do is none. */
    static boolean isPromise(Clause it, Instant said) {
        return !it.asks()
                && PROMISE.matcher(it.text()).find()
                && !NOT_PROMISED.matcher(it.text()).find()
                && (due(it.text(), said).isPresent() || WILL.matcher(it.text()).find() && !isDone(it));
    }

    /** The end of the first time in it that is still to come when it is said. */
    static Optional<Instant> due(String text, Instant said) {
        return SpokenTimes.in(text).stream()
                .flatMap(it -> SpokenDue.of(it.parts(), said).stream())
                .filter(it -> it.isAfter(said))
                .findFirst();
    }

    static boolean isCause(Clause it) {
        return !it.asks()
                && CAUSE.matcher(it.text()).find()
                && !NO_CAUSE.matcher(it.text()).find();
    }

    static boolean isOpen(Clause it) {
        return !it.asks() && OPEN.matcher(it.text()).find();
    }

    static boolean isAdvice(Clause it) {
        return !it.asks() && ADVICE.matcher(it.text()).find();
    }
}
