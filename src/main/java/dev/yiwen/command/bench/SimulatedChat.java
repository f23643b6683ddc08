package dev.yiwen.command.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One visitor's chat. Everything happens on the site's one thread. */
public final class SimulatedChat {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * What a question came to.
     *
     * @param acknowledgedMs from sending it to its receipt, which is sent when it has been committed
     * @param answeredMs from sending it to the answer, or to the refusal
     * @param refused the service said that it has too much to do
     */
    public record Reply(double acknowledgedMs, double answeredMs, boolean refused) {}

    private final Vertx vertx;
    private final WebSocket socket;
    private final Promise<SimulatedChat> welcomed = Promise.promise();
    private @Nullable Asked asked;
    private long questions;

    private SimulatedChat(Vertx vertx, WebSocket socket) {
        this.vertx = vertx;
        this.socket = socket;
    }

    /** A new visitor opens the chat and is welcomed. */
    public static Future<SimulatedChat> open(Site site) {
        return site.visitor().compose(site::chat).compose(socket -> new SimulatedChat(site.vertx(), socket).greet());
    }

    private Future<SimulatedChat> greet() {
        // Handlers are set before the first frame can arrive: the socket is paused until then.
        socket.textMessageHandler(this::received);
        socket.closeHandler(closed -> fail("the socket was closed"));
        socket.writeTextMessage("{\"type\":\"hello\",\"afterSeq\":0}");
        vertx.setTimer(PATIENCE.toMillis(), timer -> welcomed.tryFail("no welcome in time"));
        return welcomed.future();
    }

    /** Asks, and waits for the reply. A chat that went to the queue comes back first. */
    public Future<Reply> ask(String question) {
        var next = new Asked();
        asked = next;
        // The bench's own questions hold nothing that JSON would want escaped.
        socket.writeTextMessage(
                "{\"type\":\"send\",\"clientMessageId\":\"q" + ++questions + "\",\"text\":\"" + question + "\"}");
        return next.reply.future();
    }

    /** Nothing more is expected of this chat: what arrives is dropped. */
    void idle() {
        socket.textMessageHandler(frame -> {});
    }

    public void close() {
        socket.closeHandler(closed -> {});
        socket.close();
    }

    private void received(String text) {
        var frame = Frame.of(text);
        if (frame == Frame.WELCOME) {
            welcomed.tryComplete(this);
        } else if (asked != null) {
            asked.received(frame, text);
        }
    }

    private void fail(String fault) {
        welcomed.tryFail(fault);
        if (asked != null) {
            asked.reply.tryFail(fault);
        }
    }

    private final class Asked {
        private final Promise<Reply> reply = Promise.promise();
        private final long sent = System.nanoTime();
        private final long timer = vertx.setTimer(
                PATIENCE.toMillis(), it -> reply.tryFail("no answer within " + PATIENCE.toSeconds() + " s"));
        private double acknowledgedMs;
        private double answeredMs;

        void received(Frame frame, String text) {
            switch (frame) {
                case ACKNOWLEDGED -> acknowledgedMs = since();
                case ANSWER -> end(new Reply(acknowledgedMs, since(), false));
                case OVERLOADED -> end(new Reply(acknowledgedMs, since(), true));
                case QUEUED -> {
                    answeredMs = since();
                    socket.writeTextMessage("{\"type\":\"back-to-bot\"}");
                }
                case BACK -> end(new Reply(acknowledgedMs, answeredMs, false));
                case REFUSED -> reply.tryFail(text);
                case WELCOME, OTHER -> {
                    // Hints are not the answer.
                }
            }
        }

        private void end(Reply done) {
            vertx.cancelTimer(timer);
            asked = null;
            reply.tryComplete(done);
        }

        private double since() {
            return (System.nanoTime() - sent) / 1e6;
        }
    }
}
