package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.importing.source.ColumnChoice;
import dev.yiwen.knowledge.importing.source.FileBytes;
import dev.yiwen.knowledge.importing.source.ReadSource;
import dev.yiwen.knowledge.importing.source.SourceFiles;
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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Reads files and compares them with the articles, two imports at a time on one instance: a workbook needs much memory. */
@Singleton
public class ImportPlanner {
    private static final int AT_ONCE = 2;
    private static final int MOST_WAITING = 20;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final String MAPPINGS = "select header, fields from import_mapping";

    private final Pool database;
    private final ThreadPoolExecutor threads;

    ImportPlanner(Pool database) {
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
                .chain(source -> KnownArticles.load(database, source.rows())
                        .chain(known -> run(() -> ImportPlan.of(source, Comparison.of(source.rows(), known)))));
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
