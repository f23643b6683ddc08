package dev.yiwen.command.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** One run of {@code bench}, from the start of the instance to its end. */
final class BenchRun {
    private static final int QUESTIONS_A_VISIT = 12;
    private static final int POPULAR = 10;
    private static final int REPEATING = 16;
    private static final Duration SETTLING = Duration.ofSeconds(3);
    /** Share of the processor time that goes into compiling while a service is new; after an hour it is next to nothing. */
    private static final double STILL_COMPILING = 0.1;

    private static final long SEED = 42;

    private final Bench.Plan plan;
    private final Table table;
    private final Questions questions;

    BenchRun(Bench.Plan plan, PrintStream out) throws IOException {
        this.plan = plan;
        this.table = new Table(out);
        questions = new Questions(Phrasings.ofStarterKnowledge(), SEED);
    }

    BenchReport run() throws InterruptedException, SQLException {
        table.says("Starting an instance with the starter knowledge …");
        try (var instance = new Instance()) {
            var startUp = instance.restart();
            table.value("start", startUp.toMillis(), "ms");
            try (var site = Site.of(instance.base(), plan.mostSockets())) {
                return measure(instance, site, startUp);
            }
        }
    }

    private BenchReport measure(Instance instance, Site site, Duration startUp)
            throws InterruptedException, SQLException {
        var inChats = new TreeMap<Integer, List<Sample>>();
        var overHttp = new TreeMap<Integer, List<Sample>>();
        var used = new ArrayList<Map<Processor.Part, Double>>();
        var token = editor(instance, site);
        var http = new HttpLoad(site, token, () -> questions.visit(QUESTIONS_A_VISIT));
        BenchReport.Embedding embedding;
        try (var ceiling = new Ceiling(questions)) {
            warmUp(instance, site, http, ceiling);
            // In turn, so that whatever else the machine does weighs on all alike.
            for (var round = 0; round < plan.rounds(); round++) {
                ceiling.measure(plan.time());
                for (var clients : plan.clients()) {
                    var before = instance.processor();
                    var sample = uncached(site).run(clients, plan.time());
                    if (clients.equals(Collections.max(plan.clients()))) {
                        used.add(perAnswer(instance.processor().since(before), sample));
                    }
                    inChats.computeIfAbsent(clients, it -> new ArrayList<>()).add(sample);
                    overHttp.computeIfAbsent(clients, it -> new ArrayList<>()).add(http.run(clients, plan.time()));
                }
            }
            embedding = ceiling.figure();
        }
        table.embedder(embedding);
        table.head();
        var uncached = answers("uncached in chats", inChats, embedding);
        var uncachedOverHttp = answers("uncached over HTTP", overHttp, embedding);
        var popular = questions.popular(POPULAR);
        var repeatedInChats = repeat("repeated in chats", new Load(site, () -> popular), REPEATING);
        var repeatedOverHttp = repeated(new HttpLoad(site, token, () -> popular));
        var steps = steps(site, embedding);
        var stages = stages(inChats, instance);
        table.stages(stages);
        var processorMs = used.get(used.size() / 2);
        table.processor(processorMs);
        var resident = instance.residentBytes();
        table.value("memory after that", resident >> 20, "MB");
        var idle = plan.sockets() == 0 ? null : sockets(instance, site, resident);
        return new BenchReport(
                embedding,
                uncached,
                uncachedOverHttp,
                stages,
                processorMs,
                repeatedInChats,
                repeatedOverHttp,
                steps,
                idle,
                startUp.toMillis(),
                resident >> 20,
                new BenchReport.Setting(
                        Runtime.getRuntime().availableProcessors(),
                        plan.rounds(),
                        (int) plan.time().toSeconds(),
                        Runtime.version().toString(),
                        instance.base().toString()));
    }

    /** Until the virtual machine has compiled nearly all that it will, and the pools are filled. */
    private void warmUp(Instance instance, Site site, HttpLoad http, Ceiling ceiling) throws InterruptedException {
        table.says("Warming up …");
        for (var run = 0; run < plan.warmUps(); run++) {
            var before = instance.processor();
            uncached(site).run(REPEATING, plan.warmUp().dividedBy(2));
            http.run(REPEATING, plan.warmUp().dividedBy(2));
            if (instance.processor().since(before).compiling() < STILL_COMPILING) {
                break;
            }
        }
        ceiling.warmUp(plan.time().dividedBy(2));
    }

    private static Map<Processor.Part, Double> perAnswer(Processor used, Sample sample) {
        var ms = new EnumMap<Processor.Part, Double>(Processor.Part.class);
        used.seconds()
                .forEach((part, seconds) ->
                        ms.put(part, Math.round(seconds * 100_000 / Math.max(1, sample.sortedMs().length)) / 100.0));
        return ms;
    }

    private List<BenchReport.Answers> answers(
            String name, TreeMap<Integer, List<Sample>> rounds, BenchReport.Embedding embedding) {
        var answers = rounds.values().stream()
                .map(samples -> BenchReport.Answers.of(samples, embedding))
                .toList();
        answers.forEach(it -> table.answers(name, it, Map.of()));
        return answers;
    }

    private Load uncached(Site site) {
        return new Load(site, () -> questions.visit(QUESTIONS_A_VISIT));
    }

    private BenchReport.Answers repeat(String name, Load load, int clients) {
        var rounds = new ArrayList<Sample>();
        for (var round = 0; round < plan.rounds(); round++) {
            rounds.add(load.run(clients, plan.time()));
        }
        var answers = BenchReport.Answers.of(rounds, null);
        table.answers(name, answers, load.faults());
        return answers;
    }

    private BenchReport.Answers repeated(HttpLoad load) {
        load.run(REPEATING, plan.warmUp().dividedBy(4));
        var rounds = new ArrayList<Sample>();
        for (var round = 0; round < plan.rounds(); round++) {
            rounds.add(load.run(REPEATING, plan.time()));
        }
        var answers = BenchReport.Answers.of(rounds, null);
        table.answers("repeated over HTTP", answers, Map.of());
        return answers;
    }

    private static String editor(Instance instance, Site site) throws SQLException {
        var password = UUID.randomUUID().toString();
        return site.signIn(instance.schema().addEditor(password), password)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** More and more clients at once: what is too much should be refused, not delayed without end. */
    private List<BenchReport.Answers> steps(Site site, BenchReport.Embedding embedding) {
        var steps = new ArrayList<BenchReport.Answers>();
        for (var clients : plan.steps()) {
            var load = uncached(site);
            var answers = BenchReport.Answers.of(List.of(load.run(clients, plan.time())), embedding);
            table.answers("offered", answers, load.faults());
            steps.add(answers);
        }
        return steps;
    }

    /** Of the fewest and of the most clients. */
    private List<BenchReport.Stage> stages(TreeMap<Integer, List<Sample>> rounds, Instance instance)
            throws SQLException {
        var stages = new ArrayList<BenchReport.Stage>();
        try (var database = instance.schema().connect()) {
            stages.addAll(Stages.of(Sample.median(rounds.firstEntry().getValue()), database));
            if (rounds.size() > 1) {
                stages.addAll(Stages.of(Sample.median(rounds.lastEntry().getValue()), database));
            }
        }
        return stages;
    }

    private BenchReport.Sockets sockets(Instance instance, Site site, long before) throws InterruptedException {
        try (var idle = IdleSockets.open(site, plan.sockets())) {
            Thread.sleep(SETTLING);
            var each = idle.count() == 0 ? 0 : Math.max(0, instance.residentBytes() - before) / idle.count();
            table.says("%-28s %8d open, %d bytes each, %d errors"
                    .formatted("idle chats", idle.count(), each, idle.errors()));
            return new BenchReport.Sockets(idle.count(), each, idle.errors());
        }
    }
}
