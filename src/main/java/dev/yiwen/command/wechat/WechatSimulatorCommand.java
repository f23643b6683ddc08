package dev.yiwen.command.wechat;

import dev.yiwen.command.ask.CommandFailure;
import dev.yiwen.command.wechat.platform.PlatformAccount;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Stands in for WeChat until Ctrl-C. */
@Command(
        name = "wechat-simulator",
        mixinStandardHelpOptions = true,
        description = {
            "Stands in for WeChat: an official account (mp), a mini-program's customer service (ma) and WeCom kf (kf),",
            "with a page that shows a customer's phone. Keeps everything in memory, and reaches nobody but the callbacks."
        },
        footer = {
            "",
            "The page moves the clock too: 48 hours are over at once. src/docs/wechat-simulator.md tells what it speaks,",
            "and how a script makes it slow, cut off, or answer with an error."
        })
public final class WechatSimulatorCommand implements Callable<Integer> {
    private static final int PORT = 8092;

    @Option(
            names = "--port",
            defaultValue = "" + PORT,
            description = "where it listens, on this machine alone (default ${DEFAULT-VALUE})")
    private int port;

    @Option(
            names = "--callback",
            paramLabel = "KIND=URL",
            description = "where the account of that kind (mp, ma, kf) pushes to; the page takes it too")
    private Map<String, URI> callbacks = new LinkedHashMap<>();

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "the same ids and chances for the same number (default 1)")
    private long seed;

    @Override
    public Integer call() throws InterruptedException {
        try (var simulator = WechatSimulator.running(port, seed)) {
            callbacks.forEach((kind, address) -> account(simulator, kind).change(it -> it.withCallback(address)));
            System.out.printf("The WeChat simulator and its phone are at %s; Ctrl-C ends it.%n", simulator.url());
            for (var account : simulator.platform().accounts()) {
                var settings = account.settings();
                System.out.printf(
                        "%s: id %s, secret %s, token %s, EncodingAESKey %s%s%n",
                        settings.name(),
                        account.id(),
                        settings.secret(),
                        settings.token(),
                        settings.aesKey(),
                        account.kind() == PlatformAccount.Kind.KF ? ", open_kfid " + WechatSimulator.LINE : "");
            }
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new CommandFailure("Port %d cannot be used: %s".formatted(port, e.getMessage()));
        }
        return 0;
    }

    private static PlatformAccount account(WechatSimulator simulator, String kind) {
        return switch (kind) {
            case "mp" -> simulator.mp();
            case "ma" -> simulator.ma();
            case "kf" -> simulator.kf();
            default -> throw new CommandFailure("There are mp, ma and kf, not '%s'.".formatted(kind));
        };
    }
}
