package dev.yiwen.command.attack;

import dev.yiwen.command.bench.Site;
import java.util.List;

/** One visitor floods with long questions; others are answered as ever. */
final class FloodingVisitor implements Probe {
    private static final int SOCKETS = 4;
    private static final List<String> QUESTIONS = List.of(
            "怎么查话费",
            "怎么查流量",
            "宽带报修",
            "怎么开发票",
            "手机丢了怎么办",
            "国际漫游怎么开",
            "怎么取消自动缴费",
            "副卡怎么办理",
            "怎么改套餐",
            "SIM卡坏了怎么补",
            "光猫亮红灯",
            "积分怎么用",
            "怎么注销号码",
            "营业厅几点下班",
            "流量用超了怎么收费",
            "怎么设置呼叫转移",
            "停机了怎么复机",
            "怎么查积分",
            "携号转网怎么办",
            "宽带移机怎么办");

    private final int messages;
    private final double othersWaitMs;

    FloodingVisitor(int messages, double othersWaitMs) {
        this.messages = messages;
        this.othersWaitMs = othersWaitMs;
    }

    @Override
    public String name() {
        return "a flood of long questions";
    }

    @Override
    public ProbeResult on(Target target) {
        var result = new ProbeResult();
        try (var site = Site.of(target.base(), 16)) {
            var figures = new Flood(site).run(SOCKETS, messages, QUESTIONS);
            result.expect(figures.p95Ms() < othersWaitMs, "others waited " + Math.round(figures.p95Ms()) + " ms (p95)");
            result.figure("sent", figures.sent());
            result.figure("refused", figures.refused());
            result.figure("othersP50Ms", Math.round(figures.p50Ms()));
            result.figure("othersP95Ms", Math.round(figures.p95Ms()));
        }
        return result;
    }
}
