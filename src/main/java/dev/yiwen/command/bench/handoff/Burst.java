package dev.yiwen.command.bench.handoff;

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

/** Lets thousands ask for a human at once, and says afterwards whether anybody was lost, and what it cost. */
@Command(
        name = "handoff",
        mixinStandardHelpOptions = true,
        description =
                "Customers ask for a human all at once, simulated agents serve them; prints a table, and JSON last.")
public final class Burst implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--customers", defaultValue = "8000", description = "default ${DEFAULT-VALUE}")
    private int customers;

    @Option(names = "--agents", defaultValue = "60", description = "default ${DEFAULT-VALUE}")
    private int agents;

    @Option(
            names = "--within",
            defaultValue = "60",
            description = "seconds in which all of them ask (default ${DEFAULT-VALUE})")
    private int within;

    @Option(
            names = "--hold",
            defaultValue = "2000",
            description = "milliseconds that an agent has each chat (default ${DEFAULT-VALUE})")
    private int hold;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (customers < 1 || agents < 1 || within < 1 || hold < 0) {
            throw new ParameterException(
                    spec.commandLine(), "At least one customer, one agent and a second are needed.");
        }
        var plan = new Plan(customers, agents, Duration.ofSeconds(within), Duration.ofMillis(hold));
        var figures = new BurstRun(plan, System.err).run();
        System.out.println(new ObjectMapper().writeValueAsString(figures));
        return figures.isSound() ? 0 : 1;
    }

    /** What happens. */
    record Plan(int customers, int agents, Duration within, Duration hold) {}
}
