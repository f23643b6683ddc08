package dev.yiwen.retrieval;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The threads, one a core, on which texts are read, embedded and compared, so that no event loop ever does. A piece of work
 * stays on its thread from beginning to end; when it waits for the database, it goes on before anything new is begun. Work
 * that passes its deadline is interrupted; a thread that does not hear it is replaced until it does.
 */
@Singleton
public final class Workers implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Workers.class);
    // Patterns recurse; what is not touched costs no memory.
    private static final long STACK_BYTES = 4 << 20;
    // Pieces a thread that were begun and wait for the database.
    private static final int BEGUN_A_THREAD = 16;
    // How many deadlines a piece may take with what it waits for.
    private static final int WAITING_TOO = 10;
    private static final ThreadLocal<@Nullable Piece<?>> CURRENT = new ThreadLocal<>();

    private final int threads;
    private final FairQueue<Piece<?>> queue;
    private final Deque<Runnable> goingOn = new ConcurrentLinkedDeque<>();
    private final ThreadPoolExecutor pool;
    private final ScheduledThreadPoolExecutor clock;
    private final AtomicInteger stuck = new AtomicInteger();

    @Inject
    public Workers(RetrievalConfig config) {
        this(config.embedThreads(), config.embedQueue(), config.embedQueueEach());
    }

    public Workers(int wanted, int capacity, int each) {
        threads = wanted > 0 ? wanted : Runtime.getRuntime().availableProcessors();
        queue = new FairQueue<>(capacity, each, threads * BEGUN_A_THREAD);
        pool = new ThreadPoolExecutor(
                threads,
                2 * threads,
                0,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform()
                        .name("work-", 0)
                        .daemon()
                        .stackSize(STACK_BYTES)
                        .factory());
        clock = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("work-deadlines").daemon().factory());
        clock.setRemoveOnCancelPolicy(true);
    }

    /** How many pieces of work are done at once. */
    public int threads() {
        return threads;
    }

    /** Whether so much waits that one more would be refused, or soon. */
    public boolean isOverloaded() {
        return queue.isNearlyFull();
    }

    /** Whether so much waits that more of theirs would be refused. */
    public boolean isOverloaded(Object whose) {
        return queue.isNearlyFull() || queue.isFull(whose);
    }

    /**
     * Does {@code work} on one of the threads, when it is their turn, and answers on the context that asked. Fails with
     * OVERLOADED when too much waits, of theirs or in all, and with a {@link TimeoutException} when it works longer than
     * {@code deadline}, or takes ten times as long with what it waits for.
     *
     * @param whose whoever waits for it; equal ones are served one after the other
     */
    public <T> Uni<T> inTurn(Object whose, Duration deadline, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var piece = new Piece<T>(whose, deadline, work, emitter, Vertx.currentContext());
            if (queue.offer(whose, piece)) {
                pool.execute(this::next);
            } else {
                emitter.fail(new Problem(Problem.Kind.OVERLOADED, "Too many questions at once; try again shortly"));
            }
        });
    }

    /** Within the piece of work that asks, else as one of its own, which waits for no other and may take its time. */
    public <T> Uni<T> here(Supplier<Uni<T>> work) {
        return Uni.createFrom()
                .deferred(() -> CURRENT.get() != null ? work.get() : inTurn(new Object(), Duration.ZERO, work));
    }

    /** Where the piece of work that asks goes on after it waited for the database. */
    public Executor goOn() {
        var piece = CURRENT.get();
        return piece == null ? Runnable::run : piece::goOn;
    }

    /** Each time that something may be begun or goes on, one thread is told. */
    private void next() {
        Runnable begun = goingOn.poll();
        if (begun != null) {
            begun.run();
            return;
        }
        Piece<?> piece = queue.poll();
        if (piece != null) {
            piece.begin();
        }
    }

    private void done(Object whose) {
        queue.done(whose);
        if (!pool.isShutdown()) {
            pool.execute(this::next);
        }
    }

    @Override
    @PreDestroy
    public void close() {
        clock.shutdownNow();
        pool.shutdownNow();
    }

    /** Work that was asked for. */
    private final class Piece<T> {
        private final Object whose;
        private final Duration deadline;
        private final Supplier<Uni<T>> work;
        private final UniEmitter<? super T> emitter;
        private final @Nullable Context context;
        // Of what it works on its thread, and of all with what it waits for.
        private @Nullable Future<?> timer;
        private @Nullable Future<?> longest;
        private long since;
        private long workedNanos;
        private @Nullable Cancellable subscription;
        private @Nullable Thread thread;
        private boolean over;
        private boolean replaced;

        Piece(
                Object whose,
                Duration deadline,
                Supplier<Uni<T>> work,
                UniEmitter<? super T> emitter,
                @Nullable Context context) {
            this.whose = whose;
            this.deadline = deadline;
            this.work = work;
            this.emitter = emitter;
            this.context = context;
        }

        void begin() {
            if (deadline.isPositive() && !clock.isShutdown()) {
                long waitingToo = deadline.multipliedBy(WAITING_TOO).toMillis();
                longest = clock.schedule(this::expire, waitingToo, TimeUnit.MILLISECONDS);
            }
            on(() -> keep(work.get()
                    .subscribe()
                    .with(item -> end(() -> emitter.complete(item)), failure -> end(() -> emitter.fail(failure)))));
        }

        /** Inline when it is on its thread already. */
        void goOn(Runnable step) {
            if (CURRENT.get() == this) {
                step.run();
            } else if (!pool.isShutdown()) {
                goingOn.add(() -> on(step));
                pool.execute(Workers.this::next);
            }
        }

        private void on(Runnable step) {
            if (!take()) {
                return;
            }
            CURRENT.set(this);
            try {
                step.run();
            } catch (Throwable e) {
                // A stack that overflowed is this piece's fault, too, and no reason to lose the thread.
                end(() -> emitter.fail(e));
            } finally {
                CURRENT.remove();
                leave();
            }
        }

        private synchronized boolean take() {
            if (!over) {
                thread = Thread.currentThread();
                since = System.nanoTime();
                if (deadline.isPositive() && !clock.isShutdown()) {
                    timer = clock.schedule(this::expire, deadline.toNanos() - workedNanos, TimeUnit.NANOSECONDS);
                }
            }
            return !over;
        }

        private synchronized void leave() {
            thread = null;
            Thread.interrupted();
            workedNanos += System.nanoTime() - since;
            stop(timer);
            if (replaced) {
                replaced = false;
                pool.setCorePoolSize(threads + stuck.decrementAndGet());
            }
            if (over) {
                done(whose);
            }
        }

        private static void stop(@Nullable Future<?> timer) {
            if (timer != null) {
                timer.cancel(false);
            }
        }

        private synchronized void keep(Cancellable running) {
            subscription = running;
            if (over) {
                running.cancel();
            }
        }

        private void end(Runnable signal) {
            synchronized (this) {
                if (over) {
                    return;
                }
                over = true;
                stop(timer);
                stop(longest);
                if (thread == null) {
                    done(whose);
                }
            }
            if (context == null) {
                signal.run();
            } else {
                context.runOnContext(nothing -> signal.run());
            }
        }

        private void expire() {
            end(() -> emitter.fail(new TimeoutException("not done within " + deadline.toMillis() + " ms")));
            synchronized (this) {
                if (subscription != null) {
                    subscription.cancel();
                }
                if (thread != null) {
                    thread.interrupt();
                    clock.schedule(this::replace, deadline.toMillis(), TimeUnit.MILLISECONDS);
                }
            }
        }

        /** Whoever does not hear the interruption keeps their place taken, but not the others' thread. */
        private synchronized void replace() {
            if (thread != null && stuck.get() < threads) {
                LOG.warnf("%s does not hear that it shall stop; another thread takes its place", thread.getName());
                replaced = true;
                pool.setCorePoolSize(threads + stuck.incrementAndGet());
            }
        }
    }
}
