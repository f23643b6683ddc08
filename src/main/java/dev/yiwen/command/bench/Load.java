package dev.yiwen.command.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Clients that ask one question after the other. Each is a visitor for some questions, then another visitor. */
final class Load {
    /** As the refusal asks: later. */
    private static final long AFTER_REFUSAL_MS = 1000;

    private final Site site;
    private final Supplier<List<String>> visits;
    private final Map<String, Integer> faults = new TreeMap<>();

    /** @param visits gives what the next visitor asks */
    Load(Site site, Supplier<List<String>> visits) {
        this.site = site;
        this.visits = visits;
    }

    /** Runs that many clients for that long. */
    Sample run(int clients, Duration time) {
        var round = new Sample.Recorder(clients);
        var end = System.nanoTime() + time.toNanos();
        var running = new ArrayList<Future<Void>>();
        for (var client = 0; client < clients; client++) {
            var next = new Client(round, end);
            running.add(next.done.future());
            site.vertx().runOnContext(nothing -> next.visit());
        }
        Future.all(running).toCompletionStage().toCompletableFuture().join();
        return round.sample();
    }

    /** What went wrong, and how often. */
    Map<String, Integer> faults() {
        return Map.copyOf(faults);
    }

    private final class Client {
        private final Promise<Void> done = Promise.promise();
        private final Sample.Recorder round;
        private final long end;

        Client(Sample.Recorder round, long end) {
            this.round = round;
            this.end = end;
        }

        void visit() {
            if (System.nanoTime() >= end) {
                done.complete();
                return;
            }
            SimulatedChat.open(site)
                    .onSuccess(chat -> ask(chat, visits.get().iterator()))
                    .onFailure(this::failed);
        }

        private void ask(SimulatedChat chat, Iterator<String> questions) {
            if (!questions.hasNext() || System.nanoTime() >= end) {
                chat.close();
                visit();
                return;
            }
            chat.ask(questions.next())
                    .onSuccess(reply -> {
                        round.add(reply);
                        if (reply.refused()) {
                            site.vertx().setTimer(AFTER_REFUSAL_MS, timer -> ask(chat, questions));
                        } else {
                            ask(chat, questions);
                        }
                    })
                    .onFailure(fault -> {
                        chat.close();
                        failed(fault);
                    });
        }

        private void failed(Throwable fault) {
            round.addError();
            faults.merge(String.valueOf(fault.getMessage()), 1, Integer::sum);
            // Not at once: a service that refuses connections must not be asked in a tight loop.
            site.vertx().setTimer(AFTER_REFUSAL_MS, timer -> visit());
        }
    }
}
