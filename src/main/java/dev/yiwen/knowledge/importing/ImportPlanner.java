package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.SnippetTokens;
import dev.yiwen.knowledge.Snippets;
import dev.yiwen.knowledge.importing.source.BrokenRow;
import dev.yiwen.knowledge.importing.source.ColumnChoice;
import dev.yiwen.knowledge.importing.source.FileBytes;
import dev.yiwen.knowledge.importing.source.ReadRow;
import dev.yiwen.knowledge.importing.source.ReadSource;
import dev.yiwen.knowledge.importing.source.Remark;
import dev.yiwen.knowledge.importing.source.SourceFiles;
import dev.yiwen.knowledge.importing.source.SourceRow;
import dev.yiwen.shared.Problem;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads files and compares them with the articles, two imports at a time on one instance: a workbook needs much memory. */
@Singleton
public class ImportPlanner {
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 20;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final String MAPPINGS = "select header, fields from import_mapping";

    private final Pool database;
    private final Snippets snippets;
    private final ThreadPoolExecutor threads;

    ImportPlanner(Pool database, Snippets snippets) {
        this.snippets = snippets;
        this.database = database;
        threads = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(MOST_WAITING),
                Thread.ofPlatform().name("yiwen-import-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    void stop(@Observes ShutdownEvent event) {
        threads.shutdownNow();
    }

    /** What importing that file or folder would do; nothing is written. */
    public Uni<ImportPlan> plan(Path path) {
        return plan(choice -> SourceFiles.read(path, choice));
    }

    Uni<ImportPlan> plan(List<FileBytes> files) {
        return plan(choice -> SourceFiles.read(files, choice));
    }

    private Uni<ImportPlan> plan(Function<ColumnChoice, ReadSource> reading) {
        return mappings(database)
                .chain(choice -> read(reading, choice))
                .chain(source -> filled(source.rows())
                        .chain(rows -> KnownArticles.load(database, rows)
                                .chain(known -> run(() -> ImportPlan.of(source, Comparison.of(rows, known))))));
    }

    /** Without articles whose answers name values that there are not. */
    Uni<List<SourceRow>> filled(List<SourceRow> rows) {
        return snippets.values()
                .map(values -> rows.stream()
                        .map(it -> it instanceof ReadRow read ? filled(read, values.keySet()) : it)
                        .toList());
    }

    private static SourceRow filled(ReadRow row, Set<String> known) {
        var unknown = SnippetTokens.unknown(row.draft(), known);
        return unknown.isEmpty()
                ? row
                : new BrokenRow(
                        row.place(),
                        row.question(),
                        Remark.of(
                                "snippet-unknown",
                                "names",
                                unknown.stream().map(it -> "{{" + it + "}}").collect(Collectors.joining(" "))));
    }

    /** Rows as files say them, not compared with anything. */
    Uni<ReadSource> read(Path path) {
        return mappings(database).chain(choice -> read(it -> SourceFiles.read(path, it), choice));
    }

    private Uni<ReadSource> read(Function<ColumnChoice, ReadSource> reading, ColumnChoice choice) {
        return run(() -> reading.apply(choice));
    }

    /** On a thread that may take long; fails with OVERLOADED when too many wait. */
    <T> Uni<T> run(java.util.function.Supplier<T> work) {
        return Uni.createFrom()
                .item(work)
                .runSubscriptionOn(threads)
                .onFailure(RejectedExecutionException.class)
                .transform(e -> new Problem(
                        Problem.Kind.OVERLOADED, "Too many files are being read; try again shortly.", RETRY));
    }

    private static Uni<ColumnChoice> mappings(SqlClient client) {
        return client.query(MAPPINGS).execute().map(rows -> {
            Map<String, List<String>> said = new HashMap<>();
            rows.forEach(it -> said.put(it.getString("header"), Arrays.asList(it.getArrayOfStrings("fields"))));
            return key -> Optional.ofNullable(said.get(key));
        });
    }
}
