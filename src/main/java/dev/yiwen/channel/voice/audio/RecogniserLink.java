package dev.yiwen.channel.voice.audio;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * One side's line to the recogniser. Lost, it is dialled again after pauses that grow; audio meanwhile waits, within bounds.
 * All of it happens on one context, on which its methods must be called too.
 */
final class RecogniserLink {
    private static final int PINGS = 3;
    private static final int MOST_GARBAGE = 10;
    private static final int QUEUE = 64 * 1024;
    private static final long STEADY_MS = 3000;
    private static final double SPREAD = 0.2;

    private sealed interface State {
        record Away() implements State {}

        record Open(WebSocket socket, long steady, long pings) implements State {}

        record Over() implements State {}
    }

    /** What its owner hears, on the context. */
    interface Listener {
        void heard(Recognised words);

        /** Told once, until {@link #back}. */
        void lost();

        void back();

        /** Nothing comes any more. Told once. */
        void over();
    }

    private final Vertx vertx;
    private final Context context;
    private final AsrConfig config;
    private final Supplier<Future<WebSocket>> dial;
    private final TwoPass protocol;
    private final Supplier<String> beginning;
    private final Listener listener;
    private final AudioBacklog backlog;
    private State state = new State.Away();
    private int failures;
    private boolean isLost;
    private boolean ending;
    private boolean endSent;
    private int unanswered;
    private int garbage;
    private long taken;
    private long sent;

    RecogniserLink(
            Vertx vertx,
            Context context,
            AsrConfig config,
            Supplier<Future<WebSocket>> dial,
            TwoPass protocol,
            Supplier<String> beginning,
            int bytesInSecond,
            Listener listener) {
        this.vertx = vertx;
        this.context = context;
        this.config = config;
        this.dial = dial;
        this.protocol = protocol;
        this.beginning = beginning;
        this.listener = listener;
        backlog = new AudioBacklog(config.kept().toMillis() * bytesInSecond / 1000);
    }

    void start() {
        dial.get()
                .onComplete(dialled -> context.runOnContext(it -> {
                    if (dialled.succeeded()) {
                        opened(dialled.result());
                    } else {
                        failed();
                    }
                }));
    }

    void send(Buffer pcm) {
        if (!ending) {
            taken += pcm.length();
            backlog.add(pcm);
            flush();
        }
    }

    /** How many bytes of the side's audio lie before the first that this connection hears, dropped ones among them. */
    long bytesBefore() {
        return taken - backlog.bytes() - sent;
    }

    /** How much had to be dropped since this was last asked, in bytes. */
    long takeDropped() {
        return backlog.takeDropped();
    }

    /** No audio follows: the last words are awaited for a while. */
    void end() {
        if (!ending) {
            ending = true;
            flush();
            vertx.setTimer(config.lastWords().toMillis(), timer -> context.runOnContext(it -> finish()));
        }
    }

    private void opened(WebSocket socket) {
        if (state instanceof State.Over) {
            socket.close();
            return;
        }
        sent = 0;
        unanswered = 0;
        garbage = 0;
        long steady = vertx.setTimer(STEADY_MS, timer -> context.runOnContext(it -> proven(socket)));
        long pings = vertx.setPeriodic(
                Math.max(1, config.silence().toMillis() / PINGS), timer -> context.runOnContext(it -> ping(socket)));
        state = new State.Open(socket, steady, pings);
        socket.setWriteQueueMaxSize(QUEUE);
        socket.textMessageHandler(frame -> context.runOnContext(it -> heard(socket, frame)));
        socket.pongHandler(pong -> context.runOnContext(it -> unanswered = 0));
        socket.drainHandler(drained -> context.runOnContext(it -> flush()));
        // A closing follows each failure.
        socket.exceptionHandler(failure -> {});
        socket.closeHandler(closed -> context.runOnContext(it -> lose(socket)));
        socket.writeTextMessage(beginning.get());
        flush();
    }

    private void heard(WebSocket socket, String frame) {
        if (!isOn(socket)) {
            return;
        }
        unanswered = 0;
        var words = protocol.read(frame);
        if (words instanceof Recognised.Unreadable) {
            if (++garbage >= MOST_GARBAGE) {
                lose(socket);
            }
            return;
        }
        garbage = 0;
        proven(socket);
        listener.heard(words);
        if (endSent && isLast(words)) {
            finish();
        }
    }

    private static boolean isLast(Recognised words) {
        return switch (words) {
            case Recognised.Sentence sentence -> sentence.last();
            case Recognised.NothingMore nothing -> true;
            case Recognised.More more -> false;
            case Recognised.Other other -> false;
            case Recognised.Unreadable garbled -> false;
        };
    }

    private void flush() {
        if (!(state instanceof State.Open open) || endSent) {
            return;
        }
        var socket = open.socket();
        while (!backlog.isEmpty() && !socket.writeQueueFull()) {
            var pcm = backlog.poll();
            if (pcm != null) {
                sent += pcm.length();
                socket.writeBinaryMessage(pcm);
            }
        }
        if (ending && backlog.isEmpty()) {
            endSent = true;
            socket.writeTextMessage(protocol.end());
        }
    }

    private void ping(WebSocket socket) {
        if (isOn(socket)) {
            if (++unanswered >= PINGS) {
                lose(socket);
            } else {
                socket.writePing(Buffer.buffer());
            }
        }
    }

    /** It does what it should: only then is it said to be back, for one that takes calls and hangs up does not. */
    private void proven(WebSocket socket) {
        if (isOn(socket)) {
            failures = 0;
            if (isLost) {
                isLost = false;
                listener.back();
            }
        }
    }

    private boolean isOn(WebSocket socket) {
        return state instanceof State.Open open && open.socket().equals(socket);
    }

    private void lose(WebSocket socket) {
        if (isOn(socket)) {
            hangUp();
            failed();
        }
    }

    private void failed() {
        if (state instanceof State.Over) {
            return;
        }
        failures++;
        if (!isLost && !ending) {
            isLost = true;
            listener.lost();
        }
        if (ending) {
            finish();
        } else {
            vertx.setTimer(
                    pause(),
                    timer -> context.runOnContext(it -> {
                        if (state instanceof State.Away) {
                            start();
                        }
                    }));
        }
    }

    /** In milliseconds; spread, so that all calls' lines don't dial at once. */
    private long pause() {
        long first = config.firstPause().toMillis();
        long longest = config.longestPause().toMillis();
        long grown = Math.min(longest, first << Math.min(failures - 1, 20));
        return Math.max(
                1, (long) (grown * (1 + SPREAD * ThreadLocalRandom.current().nextDouble())));
    }

    private void hangUp() {
        if (state instanceof State.Open(var socket, var steady, var pings)) {
            state = new State.Away();
            vertx.cancelTimer(steady);
            vertx.cancelTimer(pings);
            socket.close();
        }
    }

    private void finish() {
        if (!(state instanceof State.Over)) {
            hangUp();
            state = new State.Over();
            listener.over();
        }
    }
}
