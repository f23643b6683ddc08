package dev.yiwen.channel.voice.audio;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One recording, sent to the recogniser as fast as it takes it, and what it says until it has said all. On one context. Of the two
 * servers one marks its last answer, the other does not: then a pause after the end says so.
 */
final class Dictation {
    private static final Duration QUIET = Duration.ofMillis(1500);
    private static final int LONGEST = 2000;

    private final Vertx vertx;
    private final Context context;
    private final TwoPass protocol;
    private final List<Buffer> left;
    private final List<String> sentences = new ArrayList<>();
    private final Promise<String> words = Promise.promise();
    private final long limit;
    private long quiet = -1;
    private boolean ended;

    Dictation(Vertx vertx, Context context, TwoPass protocol, List<Buffer> pcm, Duration patience) {
        this.vertx = vertx;
        this.context = context;
        this.protocol = protocol;
        this.left = new ArrayList<>(pcm.reversed());
        limit = vertx.setTimer(Math.max(1, patience.toMillis()), timer -> context.runOnContext(it -> finish()));
    }

    /** Completes with what was recognised, which may be nothing; on the context. */
    Future<String> over(WebSocket socket, String beginning) {
        socket.textMessageHandler(frame -> context.runOnContext(it -> heard(frame)));
        socket.drainHandler(drained -> context.runOnContext(it -> flush(socket)));
        socket.exceptionHandler(failure -> {});
        socket.closeHandler(closed -> context.runOnContext(it -> finish()));
        socket.writeTextMessage(beginning);
        flush(socket);
        return words.future().onComplete(done -> socket.close());
    }

    private void flush(WebSocket socket) {
        while (!left.isEmpty() && !socket.writeQueueFull() && !socket.isClosed()) {
            socket.writeBinaryMessage(left.removeLast());
        }
        if (left.isEmpty() && !ended) {
            ended = true;
            socket.writeTextMessage(protocol.end());
        }
    }

    private void heard(String frame) {
        switch (protocol.read(frame)) {
            case Recognised.Sentence sentence -> {
                if (!sentence.text().isBlank()) {
                    sentences.add(sentence.text());
                }
                if (ended && sentence.last()) {
                    finish();
                } else {
                    awaitQuiet();
                }
            }
            case Recognised.NothingMore nothing -> {
                if (ended) {
                    finish();
                }
            }
            case Recognised.More more -> awaitQuiet();
            case Recognised.Other other -> {}
            case Recognised.Unreadable garbled -> {}
        }
    }

    private void awaitQuiet() {
        vertx.cancelTimer(quiet);
        if (ended && !sentences.isEmpty()) {
            quiet = vertx.setTimer(QUIET.toMillis(), timer -> context.runOnContext(it -> finish()));
        }
    }

    private void finish() {
        vertx.cancelTimer(limit);
        vertx.cancelTimer(quiet);
        var text = String.join("", sentences).strip();
        words.tryComplete(
                text.codePointCount(0, text.length()) <= LONGEST
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, LONGEST)));
    }
}
