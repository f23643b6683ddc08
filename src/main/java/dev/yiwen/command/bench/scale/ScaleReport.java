package dev.yiwen.command.bench.scale;

import java.util.Arrays;
import java.util.List;

/** What {@code bench scale} prints last, as one JSON object. */
record ScaleReport(
        int passages,
        int queries,
        Nearness nearness,
        Built index,
        List<Exact> exact,
        List<Indexed> indexed,
        Setting setting) {

    /**
     * How crowded it is around the queries: mean cosines of their first, tenth and hundredth neighbour, among the real
     * passages and among the made-up ones.
     *
     * @param likeness mean cosine of two phrasings of a real article
     */
    record Nearness(
            int realPassages,
            double likeness,
            double real1,
            double real10,
            double bulk1,
            double bulk10,
            double bulk100) {}

    /**
     * @param type of the indexed numbers: vector (32 bits) or halfvec (16)
     * @param graphFitted whether it could be built in memory as a whole
     */
    record Built(
            String type,
            int m,
            int efConstruction,
            double seconds,
            long bytes,
            long tableBytes,
            double loadSeconds,
            int maintenanceWorkMemMb,
            int maintenanceWorkers,
            boolean graphFitted) {}

    /** Every passage compared. */
    record Exact(String sight, double p50Ms, double p95Ms) {}

    /**
     * One client.
     *
     * @param sight everything, or what a customer may see by the product's statement
     * @param recall10 share of the ten nearest that are among the first ten found
     * @param found how many passages a search for 100 gives, in the mean
     * @param chosen whether PostgreSQL's planner takes the index of its own accord
     */
    record Indexed(
            String sight,
            int efSearch,
            double recall10,
            double recall100,
            double found,
            double p50Ms,
            double p95Ms,
            boolean chosen) {}

    /** What the figures depend on; {@code load} is the machine's average of the last minute at the end. */
    record Setting(int cores, double load, String database, int seed) {}

    static double rounded(double value, double digits) {
        var scale = Math.pow(10, digits);
        return Math.round(value * scale) / scale;
    }

    /** Since a reading of {@link System#nanoTime}. */
    static double seconds(long begun) {
        return rounded((System.nanoTime() - begun) / 1e9, 1);
    }

    /** Milliseconds that at least this share of the times kept to. */
    static double quantile(double[] times, double share) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return rounded(sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)], 1);
    }
}
