package dev.yiwen.command.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.command.bench.assist.CallLoad;
import dev.yiwen.command.bench.handoff.Burst;
import dev.yiwen.command.bench.knowledge.Workbench;
import dev.yiwen.command.bench.report.ReportLoad;
import dev.yiwen.command.bench.scale.Scale;
import dev.yiwen.command.bench.wechat.WechatLoad;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Measures the product as customers meet it. It starts an instance of its own with the starter knowledge, in a schema of
 * its own, so that nobody's data are touched.
 */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures throughput and latency over HTTP and WebSocket; prints a table, and JSON last.",
        subcommands = {Scale.class, Burst.class, Workbench.class, CallLoad.class, WechatLoad.class, ReportLoad.class})
public final class Bench implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--quick", description = "one short round and 1,000 sockets: a look, not a figure")
    private boolean quick;

    @Option(names = "--clients", split = ",", defaultValue = "1,4,16", description = "default ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private List<Integer> clients;

    @Option(
            names = "--steps",
            split = ",",
            defaultValue = "50,100,200,400",
            description = "clients offered one after the other (default ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private List<Integer> steps;

    @Option(names = "--seconds", defaultValue = "10", description = "of each round (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(names = "--sockets", defaultValue = "10000", description = "idle chats to open (default ${DEFAULT-VALUE})")
    private int sockets;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (Stream.concat(clients.stream(), steps.stream()).anyMatch(it -> it < 1) || seconds < 1 || sockets < 0) {
            throw new ParameterException(spec.commandLine(), "Numbers of clients and seconds must be above 0.");
        }
        var plan = quick
                ? new Plan(clients, steps, Duration.ofSeconds(Math.min(seconds, 3)), 1, Math.min(sockets, 1000))
                : new Plan(clients, steps, Duration.ofSeconds(seconds), 3, sockets);
        var figures = new BenchRun(plan, System.err).run();
        System.out.println(new ObjectMapper().writeValueAsString(figures));
        return 0;
    }

    /** What is measured, and for how long. */
    record Plan(List<Integer> clients, List<Integer> steps, Duration time, int rounds, int sockets) {
        private static final int MOST_WARM_UPS = 8;

        /** At most so many runs before it is measured, as long as much is compiled. */
        int warmUps() {
            return rounds == 1 ? 1 : MOST_WARM_UPS;
        }

        /** Long enough for the service's code to be compiled; a look makes do with less. */
        Duration warmUp() {
            return time.multipliedBy(rounds);
        }

        /** Chats that may be open at once. */
        int mostSockets() {
            return sockets + 2 * Stream.concat(clients.stream(), steps.stream()).reduce(64, Math::max);
        }
    }
}
