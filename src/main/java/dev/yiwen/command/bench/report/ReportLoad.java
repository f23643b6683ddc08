package dev.yiwen.command.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the cockpit's reads over a quarter of invented conversations. */
@Command(
        name = "reports",
        mixinStandardHelpOptions = true,
        description = "Supervisors read figures of 90 days of invented conversations; prints a table, and JSON last.")
public final class ReportLoad implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--conversations", defaultValue = "300000", description = "default ${DEFAULT-VALUE}")
    private int conversations;

    @Option(names = "--messages", defaultValue = "10", description = "of each conversation (default ${DEFAULT-VALUE})")
    private int messages;

    @Option(names = "--requests", defaultValue = "40", description = "of each kind (default ${DEFAULT-VALUE})")
    private int requests;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "through all kinds; medians of their quantiles are printed (default ${DEFAULT-VALUE})")
    private int rounds;

    @Override
    public Integer call() throws InterruptedException, SQLException, java.io.IOException {
        if (conversations < 1 || messages < 2 || requests < 1 || rounds < 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "At least one conversation of two messages, one request and one round are needed.");
        }
        var figures = new ReportRun(new Plan(conversations, messages, requests, rounds), System.err).run();
        System.out.println(new ObjectMapper().writeValueAsString(figures));
        return figures.scansMessages() ? 1 : 0;
    }

    /** What is measured. */
    record Plan(int conversations, int messages, int requests, int rounds) {}
}
