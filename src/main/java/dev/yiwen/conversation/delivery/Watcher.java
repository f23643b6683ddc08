package dev.yiwen.conversation.delivery;

import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Ephemeral;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.NewMessage;
import dev.yiwen.conversation.Watch;
import java.util.List;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** One watch: remembers what it has pushed, so that each message is pushed once and in order. */
public final class Watcher implements Watch {
    private static final Logger LOG = Logger.getLogger(Watcher.class);
    private static final int NO_EPOCH_YET = -1;

    private final Consumer<Message> messages;
    private final Consumer<Conversation> owner;
    private final Consumer<Ephemeral> ephemeral;
    private final Consumer<Watcher> whenClosed;
    private volatile long lastSeq;
    private volatile int epoch = NO_EPOCH_YET;
    private boolean closed;

    public Watcher(
            long afterSeq,
            Consumer<Message> messages,
            Consumer<Conversation> owner,
            Consumer<Ephemeral> ephemeral,
            Consumer<Watcher> whenClosed) {
        this.lastSeq = afterSeq;
        this.messages = messages;
        this.owner = owner;
        this.ephemeral = ephemeral;
        this.whenClosed = whenClosed;
    }

    /** The number of the last message that was pushed. */
    public long lastSeq() {
        return lastSeq;
    }

    /** Whether there is something new for this watch. */
    public boolean isBehind(NewMessage message) {
        return lastSeq < message.seq() || epoch < message.epoch();
    }

    /**
     * Pushes what is new to this watch. Numbers have no holes, so what does not follow on from the last one was read for a
     * watch that is further ahead; this one's own read brings what lies between.
     *
     * @param read messages in order
     */
    public synchronized void push(Conversation conversation, List<Message> read) {
        for (var message : read) {
            if (!closed && message.seq() == lastSeq + 1) {
                lastSeq = message.seq();
                safely(() -> messages.accept(message));
            }
        }
        if (!closed && conversation.epoch() > epoch) {
            epoch = conversation.epoch();
            safely(() -> owner.accept(conversation));
        }
    }

    public synchronized void push(Ephemeral seen) {
        if (!closed) {
            safely(() -> ephemeral.accept(seen));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        whenClosed.accept(this);
    }

    /** A watch that fails costs the other watches nothing. */
    private static void safely(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            LOG.error("A watch of a conversation failed", e);
        }
    }
}
