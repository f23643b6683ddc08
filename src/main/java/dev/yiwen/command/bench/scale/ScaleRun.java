package dev.yiwen.command.bench.scale;

import dev.yiwen.command.bench.Schema;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** Fills a table, asks it the slow way for the truth, then by the index with each setting. Leaves nothing behind. */
final class ScaleRun {
    private static final int SEED = 42;

    private final Scale.Plan plan;
    private final PrintStream out;
    private final Schema schema = Schema.ofThisProcess();

    ScaleRun(Scale.Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    ScaleReport run() throws IOException, SQLException {
        var atExit = new Thread(this::clean);
        Runtime.getRuntime().addShutdownHook(atExit);
        try (var connection = schema.connect()) {
            return measure(connection);
        } finally {
            clean();
            forget(atExit);
        }
    }

    /** On Ctrl-C this ends what the database is doing; then both threads come here, one after the other. */
    private synchronized void clean() {
        schema.drop();
    }

    private static void forget(Thread atExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The process is ending already.
        }
    }

    private ScaleReport measure(Connection connection) throws IOException, SQLException {
        var anchors = Anchors.embed(plan.queries());
        var table = PassageTable.create(schema, connection);
        var definition = table.dropIndex();
        var begun = System.nanoTime();
        table.load(new Bulk(anchors, SEED), plan.passages());
        var loaded = ScaleReport.seconds(begun);
        says("%-20s %8.1f s, %d MB", "loaded", loaded, table.tableBytes() >> 20);

        var comparison = new RecallComparison(schema, anchors.queries(), out);
        comparison.seekTruth();
        var nearness = nearness(anchors, comparison);
        says("%-20s %s", "cosines", nearness);

        says("Building the index …");
        begun = System.nanoTime();
        var fitted = table.buildIndex(definition, plan.index(), out);
        var built = built(table, ScaleReport.seconds(begun), loaded, fitted);
        says(
                "%-20s %8.1f s, %d MB%s",
                "index",
                built.seconds(),
                built.bytes() >> 20,
                fitted ? "" : "; it did not fit into its memory, see --memory");
        return new ScaleReport(
                plan.passages(),
                anchors.queries().size(),
                nearness,
                built,
                comparison.exact(),
                comparison.indexed(plan.efSearch(), plan.index().half()),
                setting(table));
    }

    private static ScaleReport.Nearness nearness(Anchors anchors, RecallComparison comparison) {
        return new ScaleReport.Nearness(
                anchors.all().size(),
                ScaleReport.rounded(anchors.likeness(), 3),
                ScaleReport.rounded(anchors.nearness(1), 3),
                ScaleReport.rounded(anchors.nearness(10), 3),
                ScaleReport.rounded(comparison.nearness(1), 3),
                ScaleReport.rounded(comparison.nearness(10), 3),
                ScaleReport.rounded(comparison.nearness(100), 3));
    }

    private ScaleReport.Built built(PassageTable table, double seconds, double loaded, boolean fitted)
            throws SQLException {
        var index = plan.index();
        return new ScaleReport.Built(
                index.half() ? "halfvec" : "vector",
                index.m(),
                index.efConstruction(),
                seconds,
                table.indexBytes(),
                table.tableBytes(),
                loaded,
                index.memoryMb(),
                index.workers(),
                fitted);
    }

    private static ScaleReport.Setting setting(PassageTable table) throws SQLException {
        var load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new ScaleReport.Setting(
                Runtime.getRuntime().availableProcessors(), ScaleReport.rounded(load, 1), table.versions(), SEED);
    }

    private void says(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
