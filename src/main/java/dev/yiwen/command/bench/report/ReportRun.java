package dev.yiwen.command.bench.report;

import dev.yiwen.command.bench.Instance;
import dev.yiwen.command.bench.Site;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** One run of {@code bench reports}, from the start of the instance to its end. */
final class ReportRun {
    private static final int LOOK_AGAIN_MS = 1_000;
    private static final int CHANGED = 2_000;
    private static final String REPORTS = "/api/v1/reports";

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
        var paths = new LinkedHashMap<String, String>();
        var today = java.time.LocalDate.now(java.time.ZoneOffset.UTC);
        var quarter = "&from=" + today.minusDays(90) + "&to=" + today.plusDays(1);
        paths.put("today", REPORTS + "/today");
        for (var by : new String[] {"DAY", "HOUR", "CHANNEL", "TOPIC", "REGION", "AGENT"}) {
            paths.put("satisfaction, 90 days, " + by, REPORTS + "?metric=SATISFACTION&by=" + by + quarter);
        }
        paths.put("first contact, 90 days, TOPIC", REPORTS + "?metric=FIRST_CONTACT&by=TOPIC" + quarter);
        paths.put("one topic by DAY", REPORTS + "?metric=FIRST_CONTACT&by=DAY&topic=billing" + quarter);
        paths.put("two dimensions, 90 days", REPORTS + "?metric=SATISFACTION&by=AGENT&topic=billing" + quarter);
        paths.put("two dimensions, 30 days", REPORTS + "?metric=SATISFACTION&by=AGENT&topic=billing");
        paths.put("waiting p50/p90, 90 days, DAY", REPORTS + "?metric=WAIT_ANSWERED&by=DAY" + quarter);
        paths.put(
                "conversations behind a number",
                REPORTS + "/conversations?metric=SATISFACTION&which=MISS&topic=billing" + quarter);
        says("Warming up …");
        for (var path : paths.values()) {
            waits(site, token, path, 5);
        }
        var scanned = scanned(connection);
        says("%-40s %8s %8s %10s", "", "p50 ms", "p95 ms", "longest");
        var waited =
                paths.entrySet().stream().map(it -> waited(site, token, it)).toList();
        // PostgreSQL's counts come a second late.
        Thread.sleep(2L * LOOK_AGAIN_MS);
        return new ReportFigures(
                plan.conversations(),
                number(connection, "select count(*) from message"),
                rates.rebuilt(),
                rates.kept(),
                waited,
                scanned(connection) > scanned,
                Runtime.getRuntime().availableProcessors());
    }

    private ReportFigures.Waited waited(Site site, String token, Map.Entry<String, String> kind) {
        var ms = waits(site, token, kind.getValue(), plan.requests());
        var waited = new ReportFigures.Waited(kind.getKey(), quantile(ms, 0.5), quantile(ms, 0.95), quantile(ms, 1));
        says("%-40s %8.1f %8.1f %10.1f", waited.what(), waited.p50Ms(), waited.p95Ms(), waited.longestMs());
        return waited;
    }

    private static double[] waits(Site site, String token, String path, int requests) {
        var all = new double[requests];
        for (int i = 0; i < requests; i++) {
            var begun = System.nanoTime();
            await(site.as(token, HttpMethod.GET, path, new JsonObject()));
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
