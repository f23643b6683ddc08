package dev.yiwen.command.bench.wechat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures how soon WeChat's callbacks are acknowledged, and proves that a killed instance loses and doubles nothing. */
@Command(
        name = "wechat",
        mixinStandardHelpOptions = true,
        description =
                "Pushes messages as WeChat does, also while WeChat answers slowly, then kills one of two instances"
                        + " while customers write; prints a table, and JSON last.")
public final class WechatLoad implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--rate", defaultValue = "200", description = "callbacks a second (default ${DEFAULT-VALUE})")
    private int rate;

    @Option(names = "--seconds", defaultValue = "20", description = "of each measurement (default ${DEFAULT-VALUE})")
    private int seconds;

    @Option(
            names = "--customers",
            defaultValue = "1000",
            description = "who write while an instance is killed; 0: none is (default ${DEFAULT-VALUE})")
    private int customers;

    @Option(names = "--messages", defaultValue = "10", description = "of each of them (default ${DEFAULT-VALUE})")
    private int messages;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (rate < 1 || seconds < 1 || customers < 0 || messages < 3) {
            throw new ParameterException(
                    spec.commandLine(), "At least one callback and second and three messages are needed.");
        }
        var figures = new WechatRun(new Plan(rate, Duration.ofSeconds(seconds), customers, messages), System.err).run();
        System.out.println(new ObjectMapper().writeValueAsString(figures));
        return figures.killed() == null || figures.killed().sound() ? 0 : 1;
    }

    /** What happens. */
    record Plan(int rate, Duration time, int customers, int messages) {}
}
