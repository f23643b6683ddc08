package dev.yiwen.command.bench;

import dev.yiwen.retrieval.Embedder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** What the model alone can do in this process, on such questions: no service that embeds each of them can do more. */
final class Ceiling {
    private Ceiling() {}

    static Figures.Embedding measure(Questions questions, Bench.Plan plan) throws InterruptedException {
        var embedder = Embedder.alone();
        try {
            run(embedder, questions, plan.time().toNanos() / 2);
            var rounds = new ArrayList<Double>();
            for (var round = 0; round < plan.rounds(); round++) {
                rounds.add(run(embedder, questions, plan.time().toNanos()));
            }
            var median = rounds.stream().sorted().toList().get(rounds.size() / 2);
            return new Figures.Embedding(Math.round(median * 10) / 10.0, embedder.threads());
        } finally {
            embedder.close();
        }
    }

    private static double run(Embedder embedder, Questions questions, long nanos) throws InterruptedException {
        var done = new LongAdder();
        var places = new Semaphore(embedder.threads() * 2);
        var start = System.nanoTime();
        List<String> next = List.of();
        for (var i = 0; System.nanoTime() - start < nanos; i++) {
            if (i % 12 == 0) {
                next = questions.visit(12);
            }
            places.acquire();
            embedder.compute(next.get(i % next.size()))
                    .subscribe()
                    .with(
                            vector -> {
                                done.increment();
                                places.release();
                            },
                            failure -> places.release());
        }
        places.acquire(embedder.threads() * 2);
        return done.sum() / ((System.nanoTime() - start) / 1e9);
    }
}
