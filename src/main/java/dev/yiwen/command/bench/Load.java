package dev.yiwen.command.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Clients that ask one question after the other. Each is a visitor for some questions, then another visitor. */
final class Load {
    private final Chat.Site site;
    private final Supplier<List<String>> visits;
    private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();

    /** @param visits gives what the next visitor asks */
    Load(Chat.Site site, Supplier<List<String>> visits) {
        this.site = site;
        this.visits = visits;
    }

    /** Runs that many clients for that long. */
    Sample run(int clients, Duration time) throws InterruptedException {
        var latencies = new ConcurrentLinkedQueue<Duration>();
        var errors = new LongAdder();
        var start = System.nanoTime();
        var end = start + time.toNanos();
        var threads = new ArrayList<Thread>();
        for (var client = 0; client < clients; client++) {
            threads.add(Thread.ofVirtual().start(() -> keepAsking(latencies, errors, end)));
        }
        for (var thread : threads) {
            thread.join();
        }
        var lasted = Duration.ofNanos(System.nanoTime() - start);
        return new Sample(
                clients,
                latencies.stream()
                        .mapToDouble(it -> it.toNanos() / 1e6)
                        .sorted()
                        .toArray(),
                errors.sum(),
                lasted);
    }

    /** What went wrong, and how often. */
    Map<String, LongAdder> faults() {
        return Map.copyOf(faults);
    }

    private void keepAsking(ConcurrentLinkedQueue<Duration> latencies, LongAdder errors, long end) {
        while (System.nanoTime() < end && !Thread.currentThread().isInterrupted()) {
            try (var chat = Chat.open(site)) {
                for (var question : visits.get()) {
                    if (System.nanoTime() >= end) {
                        return;
                    }
                    latencies.add(chat.ask(question));
                }
            } catch (Chat.Unserved e) {
                errors.increment();
                faults.computeIfAbsent(String.valueOf(e.getMessage()), key -> new LongAdder())
                        .increment();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
