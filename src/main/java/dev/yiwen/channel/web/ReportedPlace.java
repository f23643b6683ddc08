package dev.yiwen.channel.web;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Owner;
import dev.yiwen.handoff.QueuePlace;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The conversation that one socket shows, and the place in the queue as its customer was told it. Owners change on one
 * thread and places are told on another: what both push is in the order of what happened, and a place that was looked up
 * before the owner changed is told no more.
 */
final class ReportedPlace {
    private final Consumer<ChatFrame.FromServer> push;
    private @Nullable Conversation conversation;
    private ChatFrame.@Nullable Place last;

    ReportedPlace(Consumer<ChatFrame.FromServer> push) {
        this.push = push;
    }

    /** The conversation as last seen. */
    synchronized Optional<Conversation> conversation() {
        return Optional.ofNullable(conversation);
    }

    /** Shows it from now on, from the beginning. */
    synchronized void begin(Conversation now, ChatFrame.Welcome welcome) {
        last = null;
        conversation = now;
        push.accept(welcome);
    }

    synchronized void changed(Conversation now, ChatFrame.OwnerNow frame) {
        var isNew = conversation == null || conversation.epoch() != now.epoch();
        conversation = now;
        if (isNew) {
            last = null;
            push.accept(frame);
        }
    }

    /**
     * Tells the place when it says something new. The number never grows in one wait: whom a changed plan puts ahead is told
     * as put ahead.
     */
    synchronized void tell(ConversationId of, QueuePlace place) {
        if (!waits(of, place.epoch())) {
            return;
        }
        var frame = ChatFrame.Place.of(place);
        var now = last == null ? frame : frame.noFurtherBackThan(last);
        if (last == null || now.saysMoreThan(last)) {
            last = now;
            push.accept(now);
        }
    }

    /** Whether what is sent now is for the bot: it helps some who wait, too. */
    synchronized boolean isBotAsked() {
        return conversation != null
                && (conversation.owner() instanceof Owner.Bot
                        || conversation.owner() instanceof Owner.Queue && last != null && last.botHelps());
    }

    private boolean waits(ConversationId of, int epoch) {
        return conversation != null
                && conversation.owner() instanceof Owner.Queue
                && conversation.id().equals(of)
                && conversation.epoch() == epoch;
    }
}
