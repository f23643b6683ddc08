package dev.yiwen.command.bench;

import dev.yiwen.retrieval.embedding.Embedder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;

/** What the model alone can do in this process, on such questions: no service that embeds each of them can do more. */
final class Ceiling implements AutoCloseable {
    private final Embedder embedder = Embedder.alone();
    private final Questions questions;
    private final List<Double> rounds = new ArrayList<>();

    Ceiling(Questions questions) {
        this.questions = questions;
    }

    void warmUp(Duration time) throws InterruptedException {
        run(time);
    }

    void measure(Duration time) throws InterruptedException {
        rounds.add(run(time));
    }

    /** The median of the rounds so far. */
    BenchReport.Embedding figure() {
        var median = rounds.stream().sorted().toList().get(rounds.size() / 2);
        return new BenchReport.Embedding(BenchReport.rounded(median), embedder.threads());
    }

    private double run(Duration time) throws InterruptedException {
        var done = new LongAdder();
        var places = new Semaphore(embedder.threads() * 2);
        var start = System.nanoTime();
        List<String> next = List.of();
        for (var i = 0; System.nanoTime() - start < time.toNanos(); i++) {
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

    @Override
    public void close() {
        embedder.close();
    }
}
