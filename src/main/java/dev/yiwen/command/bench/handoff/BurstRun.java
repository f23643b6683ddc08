package dev.yiwen.command.bench.handoff;

import dev.yiwen.command.bench.Instance;
import dev.yiwen.command.bench.Site;
import io.vertx.core.Future;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** One run of {@code bench handoff}, from the start of the instance to its end. */
final class BurstRun {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int OPENING_AT_ONCE = 32;
    /** Sweeps by the clock have passed by then. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private final Burst.Plan plan;
    private final PrintStream out;
    private final String password = UUID.randomUUID().toString();

    BurstRun(Burst.Plan plan, PrintStream out) {
        this.plan = plan;
        this.out = out;
    }

    BurstReport run() throws InterruptedException, SQLException {
        says("Starting an instance …");
        try (var instance = new Instance();
                var site = Site.of(instance.base(), plan.customers() + plan.agents() + 8)) {
            return measure(instance, site);
        }
    }

    private BurstReport measure(Instance instance, Site site) throws InterruptedException, SQLException {
        says("%,d customers open their chats …", plan.customers());
        var customers = customers(site);
        Audit.valueSome(instance.schema());
        var agents = agents(instance, site);
        var before = instance.residentBytes();
        says("All ask for a human within %d s …", plan.within().toSeconds());
        var begun = System.nanoTime();
        site.vertx().runOnContext(now -> agents.forEach(Agent::begin));
        var finished = ask(site, customers);
        var asked = seconds(begun);
        says("%-24s %8.1f s", "asked", asked);
        var all = awaitServed(finished);
        var served = seconds(begun);
        says("%-24s %8.1f s%s", "served", served, all ? "" : ", not all");
        var peak = instance.peakBytes();
        Thread.sleep(SETTLING);
        var health = health(instance, site);
        var memory = new BurstReport.Memory(before >> 20, peak >> 20, instance.residentBytes() >> 20);
        agents.forEach(Agent::end);
        customers.forEach(SimulatedCustomer::leave);
        var figures = figures(customers, agents, Audit.of(instance.schema()), memory, health, asked, served);
        figures.print(out);
        return figures;
    }

    private List<SimulatedCustomer> customers(Site site) {
        var all = new ArrayList<SimulatedCustomer>();
        for (var opened = 0; opened < plan.customers(); opened += OPENING_AT_ONCE) {
            var some = IntStream.range(opened, Math.min(plan.customers(), opened + OPENING_AT_ONCE))
                    .mapToObj(i -> SimulatedCustomer.open(site))
                    .toList();
            await(Future.all(some));
            some.forEach(it -> all.add(it.result()));
        }
        return all;
    }

    private List<Agent> agents(Instance instance, Site site) throws SQLException {
        var all = new ArrayList<Agent>();
        for (var i = 1; i <= plan.agents(); i++) {
            var login = instance.schema().add("agent-" + i, "AGENT", password);
            all.add(await(Agent.open(site, login, password, plan.hold())));
        }
        return all;
    }

    /** Each at its moment, evenly spread; returns when all have asked. */
    private List<Future<Void>> ask(Site site, List<SimulatedCustomer> customers) throws InterruptedException {
        var finished = new ArrayList<Future<Void>>();
        var begun = System.nanoTime();
        for (var customer : customers) {
            var moment = begun + plan.within().toNanos() / customers.size() * finished.size();
            Thread.sleep(Duration.ofNanos(Math.max(0, moment - System.nanoTime())));
            var served = io.vertx.core.Promise.<Void>promise();
            site.vertx().runOnContext(now -> customer.askForHuman().onComplete(served));
            finished.add(served.future());
        }
        return finished;
    }

    private static boolean awaitServed(List<Future<Void>> finished) throws InterruptedException {
        try {
            Future.join(finished)
                    .otherwiseEmpty()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return finished.stream().allMatch(Future::succeeded);
        } catch (TimeoutException e) {
            return false;
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the service itself finds wrong, as its supervisors see it. */
    private List<String> health(Instance instance, Site site) throws SQLException {
        var login = instance.schema().add("supervisor", "SUPERVISOR", password);
        var checks = await(site.signIn(login, password)
                .compose(token -> site.as(token, HttpMethod.GET, "/api/v1/handoff/health", new JsonObject())));
        return new JsonArray(checks)
                .stream()
                        .map(JsonObject.class::cast)
                        .filter(it -> it.getLong("count") > 0)
                        .map(it -> it.getString("name") + ": " + it.getLong("count"))
                        .toList();
    }

    private BurstReport figures(
            List<SimulatedCustomer> customers,
            List<Agent> agents,
            Audit audit,
            BurstReport.Memory memory,
            List<String> health,
            double asked,
            double served) {
        var waits = customers.stream()
                .filter(SimulatedCustomer::isServed)
                .mapToDouble(it -> it.waitedMs() / 1000)
                .sorted()
                .toArray();
        var faults = new TreeMap<String, Integer>();
        agents.forEach(it -> it.faults().forEach((what, times) -> faults.merge(what, times, Integer::sum)));
        faults.merge(
                "to customers",
                customers.stream().mapToInt(SimulatedCustomer::refusals).sum(),
                Integer::sum);
        faults.values().removeIf(it -> it == 0);
        var twice = customers.stream().filter(it -> it.timesServed() > 1).count();
        return new BurstReport(
                plan.customers(),
                plan.agents(),
                rounded(asked),
                rounded(served),
                rounded(waits.length / served),
                plan.customers() - Math.min(waits.length, audit.served()),
                Math.max(audit.servedTwice(), Math.toIntExact(twice)),
                audit.overtaken(),
                told(customers, audit),
                new BurstReport.Wait(quantile(waits, 0.5), quantile(waits, 0.95), quantile(waits, 1)),
                memory,
                health,
                Map.copyOf(faults),
                Runtime.getRuntime().availableProcessors());
    }

    private static BurstReport.Told told(List<SimulatedCustomer> customers, Audit audit) {
        var places = customers.stream().map(SimulatedCustomer::places).toList();
        return new BurstReport.Told(
                places.stream().mapToLong(QueuePositions::told).sum(),
                places.stream().mapToLong(QueuePositions::risen).sum(),
                places.stream().mapToLong(QueuePositions::late).sum(),
                places.stream().mapToLong(QueuePositions::putBack).sum(),
                (int) customers.stream()
                        .filter(it -> it.places().mostPutAhead() > audit.putAheadOf(it.conversation()))
                        .count());
    }

    private static double quantile(double[] sorted, double share) {
        return sorted.length == 0 ? 0 : rounded(sorted[(int) Math.round((sorted.length - 1) * share)]);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage().toCompletableFuture().join();
    }

    private void says(String format, Object... values) {
        out.println(values.length == 0 ? format : String.format(Locale.ROOT, format, values));
    }
}
