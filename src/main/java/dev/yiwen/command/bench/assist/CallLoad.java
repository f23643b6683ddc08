package dev.yiwen.command.bench.assist;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lets many customers speak on the telephone at once, and measures when their agents see what to say. */
@Command(
        name = "assist",
        mixinStandardHelpOptions = true,
        description = "Customers speak on calls, agents wait for cards; prints a table, and JSON last.")
public final class CallLoad implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--calls", defaultValue = "50", description = "at once (default ${DEFAULT-VALUE})")
    private int calls;

    @Option(
            names = "--questions",
            defaultValue = "8",
            description = "that each customer asks (default ${DEFAULT-VALUE})")
    private int questions;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (calls < 1 || questions < 1) {
            throw new ParameterException(spec.commandLine(), "At least one call and one question are needed.");
        }
        var figures = new CallLoadRun(new Plan(calls, questions), System.err).run();
        System.out.println(new ObjectMapper().writeValueAsString(figures));
        return figures.lost() == 0 ? 0 : 1;
    }

    /** What is measured. */
    record Plan(int calls, int questions) {}
}
