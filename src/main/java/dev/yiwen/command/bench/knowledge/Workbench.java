package dev.yiwen.command.bench.knowledge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures what editors wait for when there is much knowledge. */
@Command(
        name = "knowledge",
        mixinStandardHelpOptions = true,
        description = "Editors list, search and open many articles; prints a table, and JSON last.")
public final class Workbench implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(
            names = "--articles",
            defaultValue = "2000",
            description = "beside the starter knowledge (default ${DEFAULT-VALUE})")
    private int articles;

    @Option(names = "--requests", defaultValue = "200", description = "of each kind (default ${DEFAULT-VALUE})")
    private int requests;

    @Option(names = "--clients", split = ",", defaultValue = "1,4", description = "default ${DEFAULT-VALUE}")
    @SuppressWarnings("NullAway.Init")
    private List<Integer> clients;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        if (articles < 1 || requests < 1 || clients.stream().anyMatch(it -> it < 1)) {
            throw new ParameterException(spec.commandLine(), "At least one article, request and client are needed.");
        }
        var figures = new WorkbenchRun(new Plan(articles, requests, clients), System.err).run();
        System.out.println(new ObjectMapper().writeValueAsString(figures));
        return 0;
    }

    /** What is measured. */
    record Plan(int articles, int requests, List<Integer> clients) {}
}
