package dev.yiwen.command.bench.wechat;

import dev.yiwen.command.bench.Instance;
import dev.yiwen.command.bench.Site;
import dev.yiwen.command.bench.wechat.WechatReport.Acknowledged;
import dev.yiwen.command.wechat.WechatSimulator;
import dev.yiwen.command.wechat.platform.ApiFault;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.platform.PlatformScript.Rule;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

/** One run of {@code bench wechat}, from the start of the instance to its end. */
final class WechatRun {
    private static final int SLOW_MS = 4_000;
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration BETWEEN = Duration.ofSeconds(10);
    private static final String HELLO = "你好";

    private final WechatLoad.Plan plan;
    private final PrintStream out;
    private final String password = UUID.randomUUID().toString();

    WechatRun(WechatLoad.Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    WechatReport run() throws IOException, InterruptedException, SQLException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int processors = Runtime.getRuntime().availableProcessors();
        List<Acknowledged> acknowledged;
        try (var wechat = WechatSimulator.running(0, 7);
                var instance = instance(wechat)) {
            acknowledged = acknowledged(wechat, instance);
        }
        KilledInstance.Figures killed = null;
        if (plan.customers() > 0) {
            try (var wechat = WechatSimulator.running(0, 8);
                    var one = instance(wechat);
                    var other = one.beside()) {
                killed = killed(wechat, one, other);
            }
        }
        return new WechatReport(acknowledged, killed, processors, load);
    }

    private Instance instance(WechatSimulator wechat) throws InterruptedException {
        says("Starting an instance …");
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new Instance(Map.of(
                "YIWEN_WECHAT_KEY", Base64.getEncoder().encodeToString(key),
                "YIWEN_WECHAT_API", wechat.url(),
                "YIWEN_WECHAT_WORK_API", wechat.url()));
    }

    private List<Acknowledged> acknowledged(WechatSimulator wechat, Instance instance)
            throws IOException, InterruptedException, SQLException {
        var token = administrator(instance);
        var all = new ArrayList<Acknowledged>();
        try (var ma = pusher(instance, token, wechat.ma());
                var mp = pusher(instance, token, wechat.mp())) {
            var writers = writers(wechat, wechat.ma());
            ma.run(writers, Math.max(1, plan.rate() / 4), WARM_UP, HELLO);
            Thread.sleep(BETWEEN);
            all.add(says(Acknowledged.of("message", ma.run(writers, plan.rate(), plan.time(), HELLO))));
            Thread.sleep(BETWEEN);
            wechat.script().add(new Rule<>(ApiFault.SLOW, "/cgi-bin/message/custom/send", SLOW_MS, -1, 1));
            all.add(says(Acknowledged.of(
                    "message, WeChat answers after 4 s", ma.run(writers, plan.rate(), plan.time(), HELLO))));
            wechat.script().clear();
            Thread.sleep(BETWEEN);
            all.add(says(Acknowledged.of(
                    "official account, waits for the bot",
                    mp.run(writers(wechat, wechat.mp()), plan.rate(), plan.time(), HELLO))));
        }
        return all;
    }

    private static CallbackPace pusher(Instance instance, String token, PlatformAccount account)
            throws IOException, InterruptedException {
        var path = AddedAccounts.add(instance.base(), token, account);
        return new CallbackPace(account, instance.base().resolve(path));
    }

    /** As many as messages in two seconds: nobody writes faster. */
    private List<CustomerPhone> writers(WechatSimulator wechat, PlatformAccount account) {
        return IntStream.range(0, 2 * plan.rate())
                .mapToObj(i -> wechat.phone(account, "写信人" + i))
                .toList();
    }

    private KilledInstance.Figures killed(WechatSimulator wechat, Instance one, Instance other)
            throws IOException, InterruptedException, SQLException {
        says(
                "%,d customers write %d messages each; one of two instances is killed …",
                plan.customers(), plan.messages());
        var token = administrator(one);
        var figures = new KilledInstance(wechat, new KilledInstance.Pair() {
                    @Override
                    public List<URI> both() {
                        return List.of(one.base(), other.base());
                    }

                    @Override
                    public void kill() throws InterruptedException {
                        other.kill();
                    }

                    @Override
                    public void replace() throws InterruptedException {
                        other.restart();
                    }

                    @Override
                    public Connection connect() throws SQLException {
                        return one.schema().connect();
                    }

                    @Override
                    public String token() {
                        return token;
                    }
                })
                .run(plan.customers(), plan.messages(), PATIENCE);
        says(
                "%,d messages: %d lost, %d twice, %d out of order; %,d bubbles: %d twice, %d out of order, %d missing, %d unknown;"
                        + " over quota %d; %.1f s",
                figures.sent(),
                figures.lost(),
                figures.repeated(),
                figures.displaced(),
                figures.bubbles(),
                figures.shownTwice(),
                figures.misplaced(),
                figures.missing(),
                figures.unknown(),
                figures.overQuota(),
                figures.seconds());
        return figures;
    }

    private String administrator(Instance instance) throws SQLException {
        var login = instance.schema().add("bench-wechat", "ADMIN", password);
        try (var site = Site.of(instance.base(), 1)) {
            return site.signIn(login, password)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private Acknowledged says(Acknowledged it) {
        says(
                "%-38s %6.1f/s  p50 %7.1f  p95 %7.1f  p99 %7.1f  longest %7.1f ms  %d errors",
                it.what(), it.perSecond(), it.p50Ms(), it.p95Ms(), it.p99Ms(), it.longestMs(), it.errors());
        return it;
    }

    private void says(String sentence, Object... values) {
        out.println(String.format(Locale.ROOT, sentence, values));
    }
}
