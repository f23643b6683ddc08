package dev.yiwen.command.bench;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.WebSocketClientOptions;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** One run of {@code bench}, from the start of the instance to its end. */
final class Measurement {
    private static final int QUESTIONS_A_VISIT = 12;
    private static final int POPULAR = 10;
    private static final int MOST_CLIENTS = 16;
    private static final Duration SETTLING = Duration.ofSeconds(3);
    private static final long SEED = 42;

    private final Bench.Plan plan;
    private final PrintStream table;
    private final Questions questions;

    Measurement(Bench.Plan plan, PrintStream table) throws IOException {
        this.plan = plan;
        this.table = table;
        questions = new Questions(Phrasings.ofStarterKnowledge(), SEED);
    }

    Figures run() throws InterruptedException {
        table.println("Starting an instance with the starter knowledge …");
        try (var instance = new Instance()) {
            var startUp = instance.restart();
            table.printf(Locale.ROOT, "%-28s %8d ms%n", "start", startUp.toMillis());
            var vertx = Vertx.vertx();
            try {
                return measure(instance, site(vertx, instance), startUp);
            } finally {
                vertx.close().toCompletionStage().toCompletableFuture().join();
            }
        }
    }

    private Chat.Site site(Vertx vertx, Instance instance) {
        var limit = plan.sockets() + MOST_CLIENTS * 8;
        return new Chat.Site(
                instance.base(),
                vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(64)),
                vertx.createWebSocketClient(new WebSocketClientOptions().setMaxConnections(limit)));
    }

    private Figures measure(Instance instance, Chat.Site site, Duration startUp) throws InterruptedException {
        warmUp(site);
        var embedding = Ceiling.measure(questions, plan);
        table.printf(
                Locale.ROOT,
                "%-28s %8.1f a second%n%n",
                "embedder, " + embedding.threads() + " threads",
                embedding.perSecond());
        table.printf(
                "%-28s %9s %8s %8s %8s %8s %8s%n",
                "answers", "a second", "p50 ms", "p95 ms", "p99 ms", "ceiling", "errors");
        var uncached = new ArrayList<Figures.Answers>();
        for (var clients : plan.clients()) {
            uncached.add(answers(site, "uncached, ", clients, embedding, () -> questions.visit(QUESTIONS_A_VISIT)));
        }
        var popular = questions.popular(POPULAR);
        var repeated = answers(site, "repeated, ", MOST_CLIENTS, embedding, () -> popular);
        var resident = instance.residentBytes();
        table.printf(Locale.ROOT, "%n%-28s %8d MB%n", "memory after that", resident >> 20);
        var idle = plan.sockets() == 0 ? null : sockets(instance, site, resident);
        return new Figures(
                embedding,
                uncached,
                repeated,
                idle,
                startUp.toMillis(),
                resident >> 20,
                new Figures.Setting(
                        Runtime.getRuntime().availableProcessors(),
                        plan.rounds(),
                        (int) plan.time().toSeconds(),
                        Runtime.version().toString(),
                        instance.base().toString()));
    }

    /** Until the code is compiled and the pools are filled. */
    private void warmUp(Chat.Site site) throws InterruptedException {
        table.println("Warming up …");
        load(site, () -> questions.visit(QUESTIONS_A_VISIT)).run(4, plan.time());
    }

    private Figures.Answers answers(
            Chat.Site site, String name, int clients, Figures.Embedding ceiling, Supplier<List<String>> visits)
            throws InterruptedException {
        var load = load(site, visits);
        var rounds = new ArrayList<Sample>();
        for (var round = 0; round < plan.rounds(); round++) {
            rounds.add(load.run(clients, plan.time()));
        }
        var median = Sample.median(rounds);
        var figures = new Figures.Answers(
                clients,
                rounded(median.perSecond()),
                rounded(median.quantile(0.5)),
                rounded(median.quantile(0.95)),
                rounded(median.quantile(0.99)),
                Math.round(median.perSecond() / ceiling.perSecond() * 1000) / 1000.0,
                rounds.stream()
                        .mapToLong(it -> it.sortedMs().length + it.errors())
                        .sum(),
                rounds.stream().mapToLong(Sample::errors).sum());
        table.printf(
                Locale.ROOT,
                "%-28s %9.1f %8.1f %8.1f %8.1f %7.0f%% %8d%n",
                name + clients + (clients == 1 ? " client" : " clients"),
                figures.perSecond(),
                figures.p50Ms(),
                figures.p95Ms(),
                figures.p99Ms(),
                median.perSecond() / ceiling.perSecond() * 100,
                figures.errors());
        load.faults().forEach((fault, times) -> table.println("    " + times + " × " + fault));
        return figures;
    }

    private Load load(Chat.Site site, Supplier<List<String>> visits) {
        return new Load(site, visits);
    }

    private Figures.Sockets sockets(Instance instance, Chat.Site site, long before) throws InterruptedException {
        try (var idle = new IdleSockets()) {
            idle.open(site, plan.sockets());
            Thread.sleep(SETTLING);
            var each = idle.count() == 0 ? 0 : Math.max(0, instance.residentBytes() - before) / idle.count();
            table.printf(
                    Locale.ROOT,
                    "%-28s %8d open, %d bytes each, %d errors%n",
                    "idle chats",
                    idle.count(),
                    each,
                    idle.errors());
            return new Figures.Sockets(idle.count(), each, idle.errors());
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
