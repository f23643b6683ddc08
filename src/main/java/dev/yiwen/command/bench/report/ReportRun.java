package dev.yiwen.command.bench.report;

import dev.yiwen.command.bench.Instance;
import dev.yiwen.command.bench.Site;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One run of {@code bench reports}, from the start of the instance to its end. */
final class ReportRun {
    private static final int LOOK_AGAIN_MS = 1_000;
    private static final int CHANGED = 2_000;
    private static final int WARM = 5;
    private static final String COUNT = "select count(*) of the rated facts of 90 days";
    private static final String FACTS =
            "select count(*) from conversation_fact where hour >= now() - interval '90 days' and score is not null";

    @FunctionalInterface
    private interface Read {
        void once() throws SQLException;
    }

    private record Rates(double rebuilt, double kept) {}

    private final ReportLoad.Plan plan;
    private final PrintStream out;
    private final String password = UUID.randomUUID().toString();

    ReportRun(ReportLoad.Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    ReportFigures run() throws InterruptedException, SQLException {
        says("Starting an instance …");
        try (var instance = new Instance(Map.of("YIWEN_KNOWLEDGE_STARTER", "none"));
                var site = Site.of(instance.base(), 2);
                var connection = instance.schema().connect()) {
            says("Writing %,d conversations of %d messages …", plan.conversations(), plan.messages());
            Quarter.write(connection, plan);
            says("All figures are made …");
            double rebuilt = rebuilds(instance, connection);
            says("%-40s %8.0f conversations a second", "reports rebuild", rebuilt);
            double kept = keepsUp(connection);
            says("%-40s %8.0f conversations a second", "kept, while it serves", kept);
            run(connection, "vacuum analyze");
            var token = await(site.signIn(instance.schema().add("supervisor", "SUPERVISOR", password), password));
            return measure(connection, site, token, new Rates(rebuilt, kept));
        }
    }

    private double rebuilds(Instance instance, Connection connection) throws SQLException, InterruptedException {
        run(connection, "delete from fact_due");
        var begun = System.nanoTime();
        instance.runs("reports", "rebuild");
        return rate(number(connection, "select count(*) from conversation_fact"), begun);
    }

    /** As if something had happened to some of them at once. */
    private double keepsUp(Connection connection) throws SQLException, InterruptedException {
        var begun = System.nanoTime();
        run(
                connection,
                "insert into fact_due (conversation_id) select id from conversation order by id limit " + CHANGED);
        while (number(connection, "select count(*) from fact_due") > 0) {
            Thread.sleep(LOOK_AGAIN_MS / 10);
        }
        return rate(Math.min(CHANGED, plan.conversations()), begun);
    }

    private static double rate(long count, long begun) {
        return Math.round(count / ((System.nanoTime() - begun) / 1e9));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private ReportFigures measure(Connection connection, Site site, String token, Rates rates)
            throws SQLException, InterruptedException {
        var paths = ReportPaths.of(java.time.LocalDate.now(java.time.ZoneOffset.UTC));
        says("Warming up …");
        for (var path : paths.values()) {
            waits(WARM, () -> get(site, token, path));
        }
        var scanned = scanned(connection);
        var rounds = new LinkedHashMap<String, List<double[]>>();
        for (int round = 0; round < plan.rounds(); round++) {
            paths.forEach((what, path) -> rounds.computeIfAbsent(what, it -> new ArrayList<>())
                    .add(waits(plan.requests(), () -> get(site, token, path))));
            rounds.computeIfAbsent(COUNT, it -> new ArrayList<>())
                    .add(waits(plan.requests(), () -> number(connection, FACTS)));
        }
        says("%-46s %8s %8s %10s", "", "p50 ms", "p95 ms", "longest");
        var waited = rounds.entrySet().stream()
                .map(it -> waited(it.getKey(), it.getValue()))
                .toList();
        // PostgreSQL's counts come a second late.
        Thread.sleep(2L * LOOK_AGAIN_MS);
        return new ReportFigures(
                plan.conversations(),
                number(connection, "select count(*) from message"),
                rates.rebuilt(),
                rates.kept(),
                waited.subList(0, paths.size()),
                waited.getLast(),
                scanned(connection) > scanned,
                Runtime.getRuntime().availableProcessors());
    }

    private ReportFigures.Waited waited(String what, List<double[]> rounds) {
        var waited = new ReportFigures.Waited(
                what,
                median(rounds, 0.5),
                median(rounds, 0.95),
                rounds.stream().mapToDouble(it -> quantile(it, 1)).max().orElse(0));
        says("%-46s %8.1f %8.1f %10.1f", what, waited.p50Ms(), waited.p95Ms(), waited.longestMs());
        return waited;
    }

    private static double median(List<double[]> rounds, double share) {
        return quantile(
                rounds.stream().mapToDouble(it -> quantile(it, share)).sorted().toArray(), 0.5);
    }

    private static void get(Site site, String token, String path) {
        await(site.as(token, HttpMethod.GET, path, new JsonObject()));
    }

    private static double[] waits(int times, Read read) {
        var all = new double[times];
        for (int i = 0; i < times; i++) {
            var begun = System.nanoTime();
            try {
                read.once();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            all[i] = (System.nanoTime() - begun) / 1e6;
        }
        Arrays.sort(all);
        return all;
    }

    private static long scanned(Connection connection) throws SQLException {
        return number(
                connection,
                "select coalesce(sum(seq_tup_read), 0) from pg_stat_user_tables where schemaname = current_schema() and relname in ('message', 'handoff')");
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static double quantile(double[] sorted, double share) {
        return Math.round(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] * 10) / 10.0;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private void says(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
