package dev.yiwen.command.bench.scale;

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

/** Measures the search by meaning in the database, on far more passages than the starter knowledge has. */
@Command(
        name = "scale",
        mixinStandardHelpOptions = true,
        description = "Measures the vector index against exact search on many passages; prints a table, and JSON last.")
public final class Scale implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--passages", defaultValue = "100000", description = "default ${DEFAULT-VALUE}")
    private int passages;

    @Option(names = "--queries", defaultValue = "200", description = "at most (default ${DEFAULT-VALUE})")
    private int queries;

    @Option(names = "--m", defaultValue = "16", description = "of the index (default ${DEFAULT-VALUE})")
    private int m;

    @Option(names = "--ef-construction", defaultValue = "64", description = "of the index (default ${DEFAULT-VALUE})")
    private int efConstruction;

    @Option(
            names = "--ef-search",
            split = ",",
            defaultValue = "40,100,200",
            description = "of the searches, one after the other (default ${DEFAULT-VALUE})")
    @SuppressWarnings("NullAway.Init")
    private List<Integer> efSearch;

    @Option(names = "--half", description = "index numbers of 16 bits (halfvec), half the size")
    private boolean half;

    @Option(
            names = "--memory",
            defaultValue = "1024",
            description = "MB to build the index in, 3.6 for 1,000 passages suffice (default ${DEFAULT-VALUE})")
    private int memory;

    @Option(names = "--workers", defaultValue = "2", description = "that help to build it (default ${DEFAULT-VALUE})")
    private int workers;

    @Override
    public Integer call() throws IOException, SQLException {
        if (passages < RecallComparison.DEPTH || queries < 1 || memory < 1 || workers < 0) {
            throw new ParameterException(
                    spec.commandLine(), "At least " + RecallComparison.DEPTH + " passages and one query are needed.");
        }
        // pgvector's own limits, said before the time is spent.
        if (m < 2 || m > 100 || efConstruction < 2 * m || efConstruction > 1000) {
            throw new ParameterException(
                    spec.commandLine(), "m is 2 to 100 and ef-construction from twice of it to 1000.");
        }
        if (efSearch.stream().anyMatch(it -> it < 1 || it > 1000)) {
            throw new ParameterException(spec.commandLine(), "ef-search is 1 to 1000.");
        }
        var index = new Index(m, efConstruction, half, memory, workers);
        var figures = new ScaleRun(new Plan(passages, queries, efSearch, index), System.err).run();
        System.out.println(new ObjectMapper().writeValueAsString(figures));
        return 0;
    }

    /** What is measured. */
    record Plan(int passages, int queries, List<Integer> efSearch, Index index) {}

    /**
     * How the index is built.
     *
     * @param half of numbers with 16 bits instead of 32
     * @param memoryMb maintenance_work_mem
     * @param workers max_parallel_maintenance_workers
     */
    record Index(int m, int efConstruction, boolean half, int memoryMb, int workers) {}
}
