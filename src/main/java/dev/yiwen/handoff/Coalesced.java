package dev.yiwen.handoff;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Work that many ask for at once: runs a little later, once, and once more if it was asked for meanwhile. */
public final class Coalesced {
    private static final Logger LOG = Logger.getLogger(Coalesced.class);

    private enum State {
        IDLE,
        RUNNING,
        ASKED_AGAIN
    }

    private final Duration delay;
    private final Supplier<Uni<Void>> work;
    private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);

    public Coalesced(Duration delay, Supplier<Uni<Void>> work) {
        this.delay = delay;
        this.work = work;
    }

    public void run() {
        var before = state.getAndUpdate(it -> it == State.IDLE ? State.RUNNING : State.ASKED_AGAIN);
        if (before == State.IDLE) {
            start();
        }
    }

    private void start() {
        Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(delay)
                // What is asked for before the work begins is covered by it.
                .invoke(() -> state.set(State.RUNNING))
                .chain(work::get)
                .subscribe()
                .with(done -> finished(), e -> {
                    LOG.error("Work that was asked for failed; the clock will try again", e);
                    finished();
                });
    }

    private void finished() {
        var before = state.getAndUpdate(it -> it == State.ASKED_AGAIN ? State.RUNNING : State.IDLE);
        if (before == State.ASKED_AGAIN) {
            start();
        }
    }
}
