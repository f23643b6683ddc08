package dev.yiwen.channel.wechat.inbox;

import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.WorkLoop;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatAccounts;
import dev.yiwen.channel.wechat.callback.ReceivedPushes;
import dev.yiwen.shared.Problem;
import dev.yiwen.shared.Rhythm;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Deals with what came: each customer's in its order, different customers' at once, each until it is done. */
@Singleton
final class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration OFTEN = Duration.ofSeconds(1);
    /** However much comes, something is dealt with so often. */
    private static final Duration AT_LEAST = Duration.ofMillis(200);

    /** So often it is said of what is being dealt with that it still is; an instance that is gone says nothing. */
    private static final Duration KEEPING = Duration.ofSeconds(15);

    private final Set<Long> inHand = ConcurrentHashMap.newKeySet();
    private final InboxTable table;
    private final WeChatAccounts accounts;
    private final Intake intake;
    private final ReceivedPushes received;
    private final WorkLoop workers;
    private volatile long begunAt = System.nanoTime();

    Inbox(InboxTable table, WeChatAccounts accounts, Intake intake, ReceivedPushes received, WeChatConfig config) {
        this.received = received;
        this.table = table;
        this.accounts = accounts;
        this.intake = intake;
        this.workers = new WorkLoop(config.threads(), this::next);
    }

    void onServing(@ObservesAsync HttpServerStart start, Rhythm rhythm) {
        received.onStored(workers::wake);
        rhythm.every(OFTEN, this::look);
        rhythm.every(KEEPING, () -> table.keep(inHand));
    }

    /** What other instances left, and what is due again. */
    private Uni<Void> look() {
        if (accounts.any()) {
            workers.wake();
        }
        return Uni.createFrom().voidItem();
    }

    /** What comes is stored before what came is dealt with: WeChat waits for the one, and asks again after five seconds. */
    private Uni<Boolean> next() {
        if (received.pressed() && System.nanoTime() - begunAt < AT_LEAST.toNanos()) {
            return Uni.createFrom().item(false);
        }
        begunAt = System.nanoTime();
        return table.claim()
                .chain(found -> found.map(row -> deal(row).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> deal(InboxRow row) {
        inHand.add(row.id());
        return accounts.find(row.account())
                .map(account -> take(account, row))
                .orElseGet(() -> table.later(row, "account"))
                .onTermination()
                .invoke(() -> inHand.remove(row.id()));
    }

    private Uni<Void> take(WeChatAccount account, InboxRow row) {
        return Uni.createFrom()
                .deferred(() -> intake.take(account, row))
                .chain(known -> known ? table.handled(row) : table.putAside(row, "aside"))
                .onFailure()
                .recoverWithUni(failure -> failed(account, row, failure));
    }

    private Uni<Void> failed(WeChatAccount account, InboxRow row, Throwable failure) {
        var kind = failure instanceof Problem problem
                ? problem.kind().slug()
                : failure.getClass().getSimpleName();
        if (table.mayTryAgain(row)) {
            LOG.debugf("Message %d of WeChat is tried again: %s", row.id(), kind);
            return table.later(row, kind);
        }
        LOG.errorf("Message %d of WeChat could not be dealt with (%s); its row keeps it", row.id(), kind);
        return table.putAside(row, kind)
                .call(() -> intake.lost(account, row).onFailure().recoverWithNull());
    }
}
