package dev.yiwen.command.wechat;

import dev.yiwen.command.wechat.http.SimulatorServer;
import dev.yiwen.command.wechat.platform.AccountSettings;
import dev.yiwen.command.wechat.platform.CustomerPhone;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import dev.yiwen.command.wechat.platform.PlatformAccount.Kind;
import dev.yiwen.command.wechat.platform.PlatformClock;
import dev.yiwen.command.wechat.platform.PlatformScript;
import dev.yiwen.command.wechat.platform.PushDelivery;
import dev.yiwen.command.wechat.platform.WechatPlatform;
import dev.yiwen.command.wechat.push.PushForm;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * WeChat's side on a port of this machine, with one account of each kind to begin with. Its base address serves as
 * {@code apiHost} of WxJava's official accounts, {@code apiHostUrl} of its mini-programs and {@code baseApiUrl} of WeCom alike.
 */
public final class WechatSimulator implements AutoCloseable {
    /** Of the account of WeCom kf that is there from the start. */
    public static final String LINE = "wkYiwenSimulatorLine000000000001";
    /** Who serves it in the WeCom client. */
    public static final String SERVICER = "servicer";

    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);

    private final WechatPlatform platform;
    private final SimulatorServer server;
    private final PlatformAccount mp;
    private final PlatformAccount ma;
    private final PlatformAccount kf;

    private WechatSimulator(int port, PlatformClock clock, long seed, Duration patience) throws IOException {
        platform = new WechatPlatform(clock, seed, patience);
        mp = platform.add(
                Kind.MP,
                "wx5d0f0a5e00000001",
                "gh_5d0f0a5e0001",
                settings("mp", "c3pVbTFhdG9yMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDE"));
        ma = platform.add(
                Kind.MA,
                "wx5d0f0a5e00000002",
                "gh_5d0f0a5e0002",
                settings("ma", "c3pVbTFhdG9yMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDI"));
        kf = platform.add(
                Kind.KF,
                "ww5d0f0a5e00000003",
                "ww5d0f0a5e00000003",
                settings("kf", "c3pVbTFhdG9yMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDM"));
        platform.kf().open(kf, LINE, "kf");
        platform.kf().people().servicer(kf, LINE, SERVICER, true);
        server = new SimulatorServer(port, platform);
    }

    /** Goes with the time. */
    public static WechatSimulator running(int port, long seed) throws IOException {
        return new WechatSimulator(port, PlatformClock.running(), seed, FIVE_SECONDS);
    }

    /**
     * On a free port, with a clock that only moves when told: for tests.
     *
     * @param patience how long a callback's answer is really waited for
     */
    public static WechatSimulator standingAt(Instant start, long seed, Duration patience) throws IOException {
        return new WechatSimulator(0, PlatformClock.standingAt(start), seed, patience);
    }

    private static AccountSettings settings(String kind, String key) {
        return new AccountSettings(
                kind,
                kind + "-simulated-secret",
                kind + "SimulatedToken",
                key,
                null,
                new PushForm(PushForm.Format.XML, PushForm.Mode.SAFE),
                5,
                Set.of());
    }

    public String url() {
        return server.url();
    }

    /** Official account. */
    public PlatformAccount mp() {
        return mp;
    }

    /** Mini-program. */
    public PlatformAccount ma() {
        return ma;
    }

    /** Company with WeCom kf. */
    public PlatformAccount kf() {
        return kf;
    }

    public WechatPlatform platform() {
        return platform;
    }

    public PlatformScript script() {
        return platform.script();
    }

    public PlatformClock clock() {
        return platform.clock();
    }

    /** A person's phone with an account; of WeCom kf with {@link #LINE}. */
    public CustomerPhone phone(PlatformAccount account, String person) {
        return account.kind() == Kind.KF ? platform.phone(account, LINE, person) : platform.phone(account, person);
    }

    /** Waits until no callback is under way. */
    public void settle() {
        platform.settle();
    }

    /** What was pushed lately, the oldest first. */
    public List<PushDelivery> deliveries() {
        return platform.deliveries();
    }

    /** How often each error code was answered; 0 is success. */
    public Map<Integer, Integer> codes() {
        return server.codes();
    }

    @Override
    public void close() {
        server.close();
        platform.close();
    }
}
