package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.AuthorView;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Delivery;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.MessageView;
import dev.yiwen.conversation.Owner;
import dev.yiwen.conversation.OwnerView;
import dev.yiwen.conversation.Watch;
import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that a page has open, for as long as the agent may read it. When its owner changes, nothing more is shown
 * until it is known whether the right still stands; then it goes on from the last message that was shown, or ends.
 */
final class View {
    private final Desk desk;
    private final Delivery delivery;
    private final MayRead mayRead;
    private final Runnable resumed;
    private final AtomicReference<@Nullable Watch> watch = new AtomicReference<>();
    /** What a watch brings counts while it is the last that was begun. */
    private final AtomicInteger begun = new AtomicInteger();

    private volatile Conversation known;
    private volatile long lastSeq;
    private volatile boolean closed;

    /**
     * @param known as the right to read it was found
     * @param resumed run when it goes on after a change of owner: what passed meanwhile was not shown
     */
    View(Conversation known, long afterSeq, Desk desk, Delivery delivery, MayRead mayRead, Runnable resumed) {
        this.resumed = resumed;
        this.known = known;
        this.lastSeq = afterSeq;
        this.desk = desk;
        this.delivery = delivery;
        this.mayRead = mayRead;
    }

    ConversationId conversation() {
        return known.id();
    }

    /** As the page was told last. */
    Conversation known() {
        return known;
    }

    void start() {
        int mine = begun.incrementAndGet();
        var fresh = delivery.watch(
                conversation(),
                lastSeq,
                message -> ifLast(mine, () -> said(message)),
                now -> ifLast(mine, () -> owner(now)),
                passing -> ifLast(mine, () -> passing(passing).ifPresent(desk::tell)));
        stop(watch.getAndSet(fresh));
        if (begun.get() != mine) {
            fresh.close();
        }
    }

    void close() {
        closed = true;
        pause();
    }

    /** Something else than the owner has changed on which the right may rest. */
    void askAgain() {
        if (!MayRead.clearly(known, desk.staff())) {
            ask(known, () -> {});
        }
    }

    private void ifLast(int mine, Runnable call) {
        if (begun.get() == mine) {
            call.run();
        }
    }

    private void pause() {
        begun.incrementAndGet();
        stop(watch.getAndSet(null));
    }

    private static void stop(@Nullable Watch watch) {
        if (watch != null) {
            watch.close();
        }
    }

    private void said(Message message) {
        lastSeq = message.seq();
        desk.tell(new FromServer.Said(conversation(), MessageView.of(message)));
    }

    private void owner(Conversation now) {
        if (now.epoch() == known.epoch() || MayRead.clearly(now, desk.staff())) {
            show(now);
        } else {
            pause();
            ask(now, () -> {
                known = now;
                start();
                resumed.run();
            });
        }
    }

    /** Deny on doubt: the page can open it again. */
    private void ask(Conversation now, Runnable ifAllowed) {
        mayRead.may(now, desk.staff())
                .onFailure()
                .recoverWithItem(false)
                .subscribe()
                .with(may -> {
                    if (closed) {
                        return;
                    }
                    if (may) {
                        ifAllowed.run();
                    } else {
                        show(now);
                        desk.leave(conversation());
                        desk.tell(new FromServer.AccessEnded(conversation()));
                    }
                });
    }

    private void show(Conversation now) {
        known = now;
        desk.tell(new FromServer.OwnerNow(now.id(), OwnerView.of(now.owner()), now.epoch()));
        if (now.channel() == Channel.VOICE) {
            desk.tell(call(now));
        }
    }

    private static FromServer call(Conversation now) {
        var state = switch (now.owner()) {
            case Owner.Queue queue -> FromServer.Call.State.ringing;
            case Owner.Agent agent -> FromServer.Call.State.answered;
            case Owner.Bot bot -> FromServer.Call.State.ended;
            case Owner.Nobody nobody -> FromServer.Call.State.ended;
        };
        return new FromServer.Call(now.id(), state, now.subject());
    }

    private Optional<FromServer> passing(Ephemeral ephemeral) {
        var id = conversation();
        return switch (ephemeral) {
            case Ephemeral.Typing(var author) -> Optional.of(new FromServer.Typing(id, AuthorView.of(author)));
            case Ephemeral.PartialUtterance(var speaker, var utteranceId, var text) ->
                Optional.of(new FromServer.Partial(id, utteranceId, AuthorView.of(speaker), text));
            case Ephemeral.Corrected(var seq, var text) -> Optional.of(new FromServer.Corrected(id, seq, text));
            case Ephemeral.Line(var line) -> Optional.of(new FromServer.Line(id, line));
            case Ephemeral.Read(var reader, var seq) -> Optional.of(new FromServer.Read(id, reader, seq));
            // Agents read what the bot said, not how it came to it.
            case Ephemeral.Draft draft -> Optional.empty();
        };
    }
}
