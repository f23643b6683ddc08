package dev.yiwen.channel.wechat.outbox;

import dev.yiwen.channel.wechat.WeChatConfig;
import dev.yiwen.channel.wechat.WorkLoop;
import dev.yiwen.channel.wechat.account.WeChatAccount;
import dev.yiwen.channel.wechat.account.WeChatAccounts;
import dev.yiwen.channel.wechat.account.WeChatKind;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import dev.yiwen.channel.wechat.subscribe.Reminders;
import dev.yiwen.channel.wechat.token.AuthorisedCalls;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.shared.Rhythm;
import dev.yiwen.shared.Signals;
import io.quarkus.vertx.http.HttpServerStart;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sends what waits, one message of a customer after the other, and writes down what became of it. */
@Singleton
final class Outbox {
    /** As the trigger of the table of conversations sends it. */
    private static final String SAID = "wechat-said";

    private static final Logger LOG = Logger.getLogger(Outbox.class);
    private static final Duration OFTEN = Duration.ofSeconds(1);
    private static final Duration SELDOM = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final OutboxTable table;
    private final WeChatAccounts accounts;
    private final AuthorisedCalls platform;
    private final FileUploads uploads;
    private final SessionEnd endings;
    private final Reminders reminders;
    private final Vertx vertx;
    private final WorkLoop workers;
    private final long gatherMillis;

    Outbox(
            Ledger ledger,
            OutboxTable table,
            WeChatAccounts accounts,
            AuthorisedCalls platform,
            FileUploads uploads,
            SessionEnd endings,
            Reminders reminders,
            WeChatConfig config,
            Vertx vertx) {
        this.ledger = ledger;
        this.table = table;
        this.accounts = accounts;
        this.platform = platform;
        this.uploads = uploads;
        this.endings = endings;
        this.reminders = reminders;
        this.vertx = vertx;
        this.workers = new WorkLoop(config.threads(), this::next);
        this.gatherMillis = config.gather().toMillis() + 20;
    }

    void onServing(@ObservesAsync HttpServerStart start, Signals signals, Rhythm rhythm) {
        signals.listen(SAID, this::said, () -> {});
        signals.listen(Ledger.WAITS, nothing -> workers.wake(), workers::wake);
        rhythm.every(OFTEN, this::look);
        rhythm.every(
                SELDOM,
                () -> accounts.any()
                        ? planAll(ledger.everBehind())
                        : Uni.createFrom().voidItem());
    }

    private void said(String conversation) {
        if (accounts.any()) {
            plan(ConversationId.of(UUID.fromString(conversation)))
                    .subscribe()
                    .with(done -> vertx.setTimer(gatherMillis, timer -> workers.wake()), e -> {});
        }
    }

    /** What no signal told of: what is due again, what another instance left. */
    private Uni<Void> look() {
        if (!accounts.any()) {
            return Uni.createFrom().voidItem();
        }
        workers.wake();
        return table.unanswered().chain(() -> planAll(ledger.behind()));
    }

    private Uni<Void> planAll(Uni<List<ConversationId>> which) {
        return which.onItem()
                .transformToMulti(Multi.createFrom()::iterable)
                .onItem()
                .transformToUniAndConcatenate(this::plan)
                .collect()
                .asList()
                .replaceWithVoid();
    }

    private Uni<Void> plan(ConversationId conversation) {
        return ledger.plan(conversation)
                .onFailure()
                .invoke(e -> LOG.warn("What is to be said in WeChat could not be planned yet", e))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Boolean> next() {
        return table.next().chain(look -> switch (look) {
            case OutboxTable.Look.Nobody nobody -> Uni.createFrom().item(false);
            case OutboxTable.Look.Settled settled -> Uni.createFrom().item(true);
            case OutboxTable.Look.Send send -> send(send.claim()).replaceWith(true);
        });
    }

    private Uni<Void> send(OutboxClaim claim) {
        return accounts.find(claim.account())
                .map(account -> settled(account, claim))
                .orElseGet(() -> Uni.createFrom()
                        .item(Settlement.of(new CallOutcome.NotSent("no account"), false, claim.tries())))
                .chain(how -> table.settle(claim, how));
    }

    private Uni<Settlement> settled(WeChatAccount account, OutboxClaim claim) {
        return switch (claim.form()) {
            case IMAGE, FILE ->
                uploads.of(account, claim).chain(upload -> switch (upload) {
                    case FileUploads.Upload.Known known -> asked(account, claim, known.mediaId());
                    case FileUploads.Upload.Failed failed ->
                        Uni.createFrom().item(settlement(account, claim, failed.why()));
                    case FileUploads.Upload.Impossible it -> Uni.createFrom().item(Settlement.failed(it.word()));
                });
            case MENU ->
                claim.code() != null
                        ? asked(account, claim, null)
                        : endings.code(account, claim.openId()).chain(code -> {
                            if (code.isEmpty() && !claim.paid()) {
                                return Uni.createFrom().item(Settlement.failed("quota-of-rating"));
                            }
                            return asked(account, code.map(claim::allowedBy).orElse(claim), null);
                        });
            case TEXT, REMINDER -> asked(account, claim, null);
        };
    }

    private Uni<Settlement> asked(WeChatAccount account, OutboxClaim claim, @Nullable String mediaId) {
        return request(account, claim, mediaId).map(outcome -> settlement(account, claim, outcome));
    }

    private static Settlement settlement(WeChatAccount account, OutboxClaim claim, CallOutcome outcome) {
        return Settlement.of(outcome, account.kind().ofWeCom(), claim.tries());
    }

    private Uni<CallOutcome> request(WeChatAccount account, OutboxClaim claim, @Nullable String mediaId) {
        if (claim.form() == MessageForm.REMINDER) {
            return platform.post(
                    account,
                    account.kind() == WeChatKind.MA
                            ? "/cgi-bin/message/subscribe/send"
                            : "/cgi-bin/message/subscribe/bizsend",
                    reminders.body(claim.openId(), claim.text()));
        }
        if (!account.kind().ofWeCom()) {
            return platform.post(account, "/cgi-bin/message/custom/send", ServiceMessage.of(claim, mediaId));
        }
        return claim.code() == null
                ? platform.post(account, "/cgi-bin/kf/send_msg", ServiceMessage.ofWeCom(account, claim, mediaId))
                : platform.post(account, "/cgi-bin/kf/send_msg_on_event", ServiceMessage.onEvent(claim));
    }
}
