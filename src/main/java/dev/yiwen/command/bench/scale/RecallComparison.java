package dev.yiwen.command.bench.scale;

import dev.yiwen.command.Bar;
import dev.yiwen.command.bench.Schema;
import dev.yiwen.command.bench.scale.Searches.Found;
import dev.yiwen.command.bench.scale.Searches.Sight;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What the index finds, against what a comparison with every passage finds. */
final class RecallComparison {
    /** As many neighbours as the product asks for. */
    static final int DEPTH = 100;

    private final Schema schema;
    private final List<float[]> queries;
    private final PrintStream out;
    private final Map<Sight, Round> truth = new EnumMap<>(Sight.class);

    /** All queries, one after the other. */
    private record Round(List<List<Found>> found, double[] times) {
        double p50() {
            return ScaleReport.quantile(times, 0.5);
        }

        double p95() {
            return ScaleReport.quantile(times, 0.95);
        }
    }

    RecallComparison(Schema schema, List<float[]> queries, PrintStream out) {
        this.schema = schema;
        this.queries = queries;
        this.out = out;
    }

    /** Compares every query with every passage. */
    void seekTruth() {
        try (var searches = Searches.exact(schema);
                var bar = new Bar("Exact searches")) {
            bar.begin(queries.size() * Sight.values().length);
            for (var sight : Sight.values()) {
                truth.put(sight, round(searches, sight, bar::step));
            }
        }
    }

    List<ScaleReport.Exact> exact() {
        return truth.entrySet().stream()
                .map(it -> new ScaleReport.Exact(
                        it.getKey().name(), it.getValue().p50(), it.getValue().p95()))
                .toList();
    }

    /** The cosine of the so-and-so-many-th neighbour: the mean over the queries. */
    double nearness(int rank) {
        return truth(Sight.ALL).found().stream()
                .mapToDouble(it -> it.get(rank - 1).cosine())
                .average()
                .orElse(0);
    }

    List<ScaleReport.Indexed> indexed(List<Integer> efSearch, boolean half) throws IOException {
        head();
        var figures = new ArrayList<ScaleReport.Indexed>();
        for (var size : efSearch) {
            try (var searches = Searches.indexed(schema, size, half);
                    var planned = Searches.planned(schema, size, half)) {
                // Once untimed, so that what is timed does not depend on which setting came first.
                round(searches, Sight.ALL, () -> {});
                for (var sight : Sight.values()) {
                    var chosen = planned.usesIndex(sight, queries.getFirst(), DEPTH);
                    var line = figures(sight, size, round(searches, sight, () -> {}), chosen);
                    print(line);
                    figures.add(line);
                }
            }
        }
        return figures;
    }

    private Round round(Searches searches, Sight sight, Runnable step) {
        var found = new ArrayList<List<Found>>();
        var times = new double[queries.size()];
        for (var i = 0; i < times.length; i++) {
            var begun = System.nanoTime();
            found.add(searches.nearest(sight, queries.get(i), DEPTH));
            times[i] = (System.nanoTime() - begun) / 1e6;
            step.run();
        }
        return new Round(found, times);
    }

    private ScaleReport.Indexed figures(Sight sight, int efSearch, Round round, boolean chosen) {
        return new ScaleReport.Indexed(
                sight.name(),
                efSearch,
                ScaleReport.rounded(recall(sight, round, 10), 4),
                ScaleReport.rounded(recall(sight, round, DEPTH), 4),
                ScaleReport.rounded(
                        round.found().stream().mapToInt(List::size).average().orElse(0), 1),
                round.p50(),
                round.p95(),
                chosen);
    }

    private double recall(Sight sight, Round round, int depth) {
        double sum = 0;
        for (var i = 0; i < queries.size(); i++) {
            sum += recall(truth(sight).found().get(i), round.found().get(i), depth);
        }
        return sum / queries.size();
    }

    private static double recall(List<Found> truth, List<Found> found, int depth) {
        var wanted = truth.stream().limit(depth).map(Found::id).toList();
        var got = found.stream().limit(depth).map(Found::id).toList();
        return (double) wanted.stream().filter(got::contains).count() / wanted.size();
    }

    private Round truth(Sight sight) {
        return Objects.requireNonNull(truth.get(sight), "the truth was not sought");
    }

    private void head() {
        print("");
        print(
                "%-20s %9s %9s %10s %8s %8s %8s",
                "search", "ef_search", "recall@10", "recall@100", "found", "p50 ms", "p95 ms");
        exact().forEach(it -> print(
                "%-20s %9s %9s %10s %8d %8.1f %8.1f", it.sight(), "exact", "", "", DEPTH, it.p50Ms(), it.p95Ms()));
    }

    private void print(ScaleReport.Indexed line) {
        print(
                "%-20s %9d %9.3f %10.3f %8.1f %8.1f %8.1f%s",
                line.sight(),
                line.efSearch(),
                line.recall10(),
                line.recall100(),
                line.found(),
                line.p50Ms(),
                line.p95Ms(),
                line.chosen() ? "" : "  (left to itself, the planner compares all)");
    }

    private void print(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }
}
