package dev.yiwen.channel.voice.audio;

import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands on what one side says, one after the other. What was said is tried again, for the call may not have rung yet; what is
 * being said is left out while anything else is under way. On one context, on which its methods must be called.
 */
final class WordsInOrder {
    private static final Logger LOG = Logger.getLogger(WordsInOrder.class);
    private static final int MOST = 256;
    private static final int TRIES = 6;
    private static final int GROWTH = 20;

    private final Context context;
    private final Duration firstPause;
    private final Runnable unknownCall;
    private final Deque<Supplier<Uni<Void>>> waiting = new ArrayDeque<>();
    private @Nullable Supplier<Uni<Void>> newest;
    private boolean busy;

    /**
     * @param firstPause before the second try; it doubles before each further one
     * @param unknownCall told when there is no such call although it was waited for
     */
    WordsInOrder(Context context, Duration firstPause, Runnable unknownCall) {
        this.context = context;
        this.firstPause = firstPause;
        this.unknownCall = unknownCall;
    }

    void soFar(Supplier<Uni<Void>> words) {
        newest = words;
        next();
    }

    void whole(Supplier<Uni<Void>> words) {
        newest = null;
        if (waiting.size() == MOST) {
            waiting.remove();
            LOG.warn("What was said on a call could not be stored for so long that its oldest sentence is dropped");
        }
        waiting.add(words);
        next();
    }

    private void next() {
        if (busy) {
            return;
        }
        var whole = waiting.poll();
        if (whole != null) {
            run(Uni.createFrom()
                    .deferred(whole::get)
                    .onFailure(WordsInOrder::mayPass)
                    .retry()
                    .withBackOff(firstPause, firstPause.multipliedBy(GROWTH))
                    .atMost(TRIES));
        } else if (newest != null) {
            var soFar = newest;
            newest = null;
            // Shown a moment later with the next words.
            run(Uni.createFrom().deferred(soFar::get).onFailure().recoverWithNull());
        }
    }

    private void run(Uni<Void> work) {
        busy = true;
        work.subscribe().with(done -> ended(null), this::ended);
    }

    private void ended(@Nullable Throwable failure) {
        context.runOnContext(it -> {
            busy = false;
            if (failure != null) {
                failed(failure);
            }
            next();
        });
    }

    private void failed(Throwable failure) {
        // Spent retries wrap what went wrong.
        var cause =
                failure instanceof IllegalStateException && failure.getCause() != null ? failure.getCause() : failure;
        if (kind(cause) == Problem.Kind.NOT_FOUND) {
            unknownCall.run();
        } else if (kind(cause) != Problem.Kind.CONFLICT) {
            LOG.error("What was said on a call could not be stored", cause);
        }
    }

    /** A call that ended long ago stays ended. */
    private static boolean mayPass(Throwable failure) {
        return kind(failure) == null || kind(failure) == Problem.Kind.NOT_FOUND;
    }

    private static Problem.@Nullable Kind kind(Throwable failure) {
        return failure instanceof Problem problem ? problem.kind() : null;
    }
}
