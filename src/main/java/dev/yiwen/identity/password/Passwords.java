package dev.yiwen.identity.password;

import dev.yiwen.identity.IdentityConfig;
import dev.yiwen.shared.Problem;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes and checks passwords with bcrypt. That is slow on purpose, so it has a few threads of its own: whoever sends
 * passwords by the thousand waits for other guesses, and for nothing else.
 */
@Singleton
public final class Passwords {
    /** bcrypt ignores what follows. A Chinese character has three. */
    static final int LONGEST_BYTES = 72;

    private static final int COST = 11;
    private static final Duration SOON = Duration.ofSeconds(2);
    /** Compared with when there is no such login, so that the answer takes as long. */
    private static final String NOBODY = BcryptUtil.bcryptHash(OneTimePassword.next(), COST);

    private final ThreadPoolExecutor workers;
    private final int forStrangers;

    Passwords(IdentityConfig config) {
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        int waiting = config.signIn().waiting();
        this.workers = new ThreadPoolExecutor(
                threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(waiting), Passwords::thread);
        workers.allowCoreThreadTimeOut(true);
        this.forStrangers = waiting / 2;
    }

    /** Whose password it is about; the second half of the queue is for those who are known. */
    public enum Asking {
        KNOWN,
        STRANGER
    }

    /**
     * Fails with {@code INVALID} for one of which bcrypt would ignore the end, and with {@code OVERLOADED}, as do the others,
     * when too many wait.
     */
    public Uni<String> hash(String password) {
        if (!isReadWhole(password)) {
            return Uni.createFrom()
                    .failure(new Problem(
                            Problem.Kind.INVALID, "A password has at most " + LONGEST_BYTES + " bytes in UTF-8."));
        }
        return onWorker(Asking.KNOWN, () -> BcryptUtil.bcryptHash(password, COST));
    }

    Uni<Boolean> matches(String password, String hash, Asking asking) {
        return onWorker(asking, () -> BcryptUtil.matches(password, hash) && isReadWhole(password));
    }

    /** What comes after the 72nd byte would be anything. */
    private static boolean isReadWhole(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= LONGEST_BYTES;
    }

    Uni<Boolean> matchesNobody(String password, Asking asking) {
        return onWorker(asking, () -> BcryptUtil.matches(password, NOBODY)).replaceWith(false);
    }

    public <T> Uni<T> onWorker(Asking asking, Supplier<T> work) {
        return Uni.createFrom()
                .deferred(() -> asking == Asking.STRANGER && workers.getQueue().size() >= forStrangers
                        ? Uni.createFrom().<T>failure(new RejectedExecutionException())
                        : Uni.createFrom().item(work).runSubscriptionOn(workers))
                .onFailure(RejectedExecutionException.class)
                .transform(e -> new Problem(
                        Problem.Kind.OVERLOADED, "Many people sign in just now; try again in a moment.", SOON));
    }

    void stop(@Observes ShutdownEvent end) {
        workers.shutdown();
    }

    private static Thread thread(Runnable work) {
        var thread = new Thread(work, "passwords");
        thread.setDaemon(true);
        return thread;
    }
}
