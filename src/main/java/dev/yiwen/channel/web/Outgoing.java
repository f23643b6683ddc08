package dev.yiwen.channel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jboss.logging.Logger;

/**
 * Frames on their way to one client, one at a time and in order. Who pushes never waits; a client that does not read is
 * let go, and resumes by sequence when it comes back.
 */
final class Outgoing {
    private static final Logger LOG = Logger.getLogger(Outgoing.class);
    private static final int MOST_WAITING = 5000;
    private static final CloseReason TOO_SLOW = new CloseReason(1013, "read faster or resume later");

    private final WebSocketConnection connection;
    private final ObjectWriter writer;
    private final Queue<ChatFrame.FromServer> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;

    Outgoing(WebSocketConnection connection, ObjectWriter writer) {
        this.connection = connection;
        this.writer = writer;
    }

    void push(ChatFrame.FromServer frame) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (waiting.size() >= MOST_WAITING) {
                close(TOO_SLOW);
                return;
            }
            waiting.add(frame);
            if (sending) {
                return;
            }
            sending = true;
        }
        sendNext();
    }

    synchronized void close(CloseReason reason) {
        if (!closed) {
            closed = true;
            waiting.clear();
            connection.close(reason).subscribe().with(done -> {}, failure -> {});
        }
    }

    private void sendNext() {
        ChatFrame.FromServer next;
        synchronized (this) {
            var head = waiting.poll();
            if (head == null || closed) {
                sending = false;
                return;
            }
            next = head;
        }
        connection.sendText(write(next)).subscribe().with(done -> sendNext(), failure -> lost(failure));
    }

    private void lost(Throwable failure) {
        LOG.debugf("A client was lost: %s", failure.getMessage());
        synchronized (this) {
            closed = true;
            waiting.clear();
        }
    }

    private String write(ChatFrame.FromServer frame) {
        try {
            return writer.writeValueAsString(frame);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not writable as JSON: " + frame.getClass(), e);
        }
    }
}
