package dev.yiwen.command.bench.assist;

import dev.yiwen.command.bench.Instance;
import dev.yiwen.command.bench.Phrasings;
import dev.yiwen.command.bench.Site;
import dev.yiwen.command.bench.assist.CallLoadReport.Waited;
import dev.yiwen.command.bench.assist.SimulatedCall.Utterance;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** One run of {@code bench assist}, from the start of the instance to its end. */
final class CallLoadRun {
    /** Between the first words of the first call and those of the last. */
    private static final long SPREAD_MS = 5_000;

    /** Within so long all of them hang up. */
    private static final long HANG_UPS_MS = 10_000;

    private static final int SHORTEST_QUESTION = 8;
    private static final int WARM_UP_CALLS = 4;
    private static final int FIRST_NUMBER = 1_000_000;

    private final CallLoad.Plan plan;
    private final PrintStream out;
    private final String password = UUID.randomUUID().toString();

    CallLoadRun(CallLoad.Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    CallLoadReport run() throws IOException, InterruptedException, SQLException {
        out.println("Starting an instance with the starter knowledge …");
        var questions = Phrasings.byArticle().stream()
                .map(List::getFirst)
                .filter(it -> it.length() >= SHORTEST_QUESTION)
                .toList();
        try (var instance = new Instance();
                var site = Site.of(instance.base(), 2 * (plan.calls() + WARM_UP_CALLS) + 8)) {
            out.println("Warming up …");
            close(site, hold(instance, site, WARM_UP_CALLS, 0, questions));
            out.printf(Locale.ROOT, "%,d calls speak …%n", plan.calls());
            var calls = hold(instance, site, plan.calls(), WARM_UP_CALLS, questions);
            var records = Records.of(instance, calls);
            var figures = figures(calls, stored(instance, calls), records);
            close(site, calls);
            figures.print(out);
            return figures;
        }
    }

    private static void close(Site site, List<SimulatedCall> calls) {
        site.vertx().runOnContext(now -> calls.forEach(SimulatedCall::close));
    }

    /** All speak at once, each to an agent of their own. */
    private List<SimulatedCall> hold(Instance instance, Site site, int count, int from, List<String> questions)
            throws SQLException {
        var calls = new ArrayList<SimulatedCall>();
        for (int i = from; i < from + count; i++) {
            var agent = instance.schema().add("agent-" + i, "AGENT", password);
            var token = await(site.signIn(agent, password));
            calls.add(await(SimulatedCall.ring(
                    site, instance.voiceToken(), agent, token, FIRST_NUMBER + i, asked(i, questions))));
        }
        await(Future.all(IntStream.range(0, count)
                .mapToObj(i -> calls.get(i).speak(SPREAD_MS * i / count))
                .toList()));
        await(Future.all(IntStream.range(0, count)
                .mapToObj(i -> calls.get(i).hangUp(HANG_UPS_MS * i / count))
                .toList()));
        return calls;
    }

    /** Other questions on each call. */
    private List<String> asked(int call, List<String> questions) {
        return IntStream.range(0, plan.questions())
                .mapToObj(i -> questions.get((call * plan.questions() + i) % questions.size()))
                .toList();
    }

    /** Utterances of the customers that are in the transcripts. */
    private static int stored(Instance instance, List<SimulatedCall> calls) throws SQLException {
        try (var connection = instance.schema().connect();
                var statement = connection.prepareStatement(
                        "select count(*) from message where author = 'customer' and conversation_id = any(?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "uuid",
                            calls.stream()
                                    .map(it -> UUID.fromString(it.conversation()))
                                    .toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private static CallLoadReport figures(List<SimulatedCall> calls, int stored, Waited records) {
        var faults = new TreeMap<String, Integer>();
        calls.forEach(it -> it.faults().forEach((what, times) -> faults.merge(what, times, Integer::sum)));
        int finals = calls.stream().mapToInt(it -> it.said().size()).sum();
        var withPartials = calls.stream()
                .flatMap(call -> call.said().stream()
                        .filter(it -> !it.partials.isEmpty())
                        .map(it -> new Heard(call, it)))
                .toList();
        var early = withPartials.stream().filter(Heard::isEarly).toList();
        var all = calls.stream()
                .flatMap(call -> call.said().stream().map(it -> new Heard(call, it)))
                .toList();
        return new CallLoadReport(
                calls.size(),
                finals,
                finals - stored,
                (int) all.stream().filter(it -> it.shown().findAny().isEmpty()).count(),
                Waited.of(
                        all.stream().flatMapToDouble(Heard::afterFinal).sorted().toArray()),
                Waited.of(
                        early.stream().mapToDouble(Heard::afterPartial).sorted().toArray()),
                withPartials.isEmpty() ? 0 : early.size() / (double) withPartials.size(),
                records,
                calls.size() - records.n(),
                faults,
                Runtime.getRuntime().availableProcessors());
    }

    /** An utterance and the sets of cards that came for it. */
    private record Heard(SimulatedCall call, Utterance said) {
        LongStream shown() {
            return call.shownFor(said.seq).stream().mapToLong(it -> it);
        }

        boolean isEarly() {
            return shown().anyMatch(it -> it < said.ended);
        }

        /** The first set that came since it ended; none when what was there before is all. */
        DoubleStream afterFinal() {
            return shown().filter(it -> it >= said.ended).limit(1).mapToDouble(it -> (it - said.ended) / 1e6);
        }

        double afterPartial() {
            long first = shown().findFirst().orElseThrow();
            long partial = said.partials.stream().filter(it -> it <= first).reduce(first, (before, it) -> it);
            return (first - partial) / 1e6;
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }
}
