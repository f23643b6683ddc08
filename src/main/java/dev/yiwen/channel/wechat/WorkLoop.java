package dev.yiwen.channel.wechat;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Several at once take work, one piece after the other, until there is none. Whoever has committed work wakes one; at most so
 * many are at it that none waits for another's thread.
 */
public final class WorkLoop {
    private static final Logger LOG = Logger.getLogger(WorkLoop.class);

    private final int most;
    private final Supplier<Uni<Boolean>> piece;
    private final AtomicInteger atWork = new AtomicInteger();

    /** @param piece takes one piece and does it; false when there was none */
    public WorkLoop(int most, Supplier<Uni<Boolean>> piece) {
        this.most = most;
        this.piece = piece;
    }

    /** There may be work, which was committed before this. */
    public void wake() {
        int now = atWork.get();
        while (now < most) {
            if (atWork.compareAndSet(now, now + 1)) {
                next();
                return;
            }
            now = atWork.get();
        }
    }

    private void next() {
        Uni.createFrom()
                .deferred(piece::get)
                .subscribe()
                .with(
                        some -> {
                            if (some) {
                                next();
                            } else {
                                atWork.decrementAndGet();
                            }
                        },
                        failure -> {
                            atWork.decrementAndGet();
                            LOG.warn("A piece of work for WeChat failed", failure);
                        });
    }
}
