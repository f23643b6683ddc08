package dev.yiwen.command.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Connections that post one question after the other to the preview, which decides as a chat does and stores nothing. It
 * speaks just enough HTTP/1.1, because a full client would take as much of the machine as the service does.
 */
final class HttpLoad {
    private static final String END_OF_HEAD = "\r\n\r\n";
    private static final String LENGTH = "content-length: ";
    private static final String OK = "HTTP/1.1 200 ";

    private final Site site;
    private final byte[] head;
    private final Supplier<List<String>> visits;

    /** @param visits gives what the next connection asks, again and again */
    HttpLoad(Site site, String token, Supplier<List<String>> visits) {
        this.site = site;
        this.visits = visits;
        head = ("POST /api/v1/answers/rehearsal HTTP/1.1\r\nHost: "
                        + site.base().getAuthority()
                        + "\r\nAuthorization: Bearer " + token
                        + "\r\nContent-Type: application/json\r\nContent-Length: ")
                .getBytes(StandardCharsets.UTF_8);
    }

    private Buffer request(String question) {
        var body = ("{\"text\":\"" + question + "\"}").getBytes(StandardCharsets.UTF_8);
        return Buffer.buffer(head.length + body.length + 8)
                .appendBytes(head)
                .appendString(body.length + END_OF_HEAD)
                .appendBytes(body);
    }

    /** Runs that many connections for that long. */
    Sample run(int connections, Duration time) {
        var round = new Sample.Recorder(connections);
        var end = System.nanoTime() + time.toNanos();
        var client = site.vertx().createNetClient();
        var running = new ArrayList<Future<Void>>();
        for (var i = 0; i < connections; i++) {
            var done = Promise.<Void>promise();
            running.add(done.future());
            client.connect(site.base().getPort(), site.base().getHost())
                    .onSuccess(socket -> new Connection(socket, round, end, done).next())
                    .onFailure(fault -> {
                        round.addError();
                        done.complete();
                    });
        }
        Future.all(running).toCompletionStage().toCompletableFuture().join();
        client.close();
        return round.sample();
    }

    private final class Connection {
        private final NetSocket socket;
        private final Sample.Recorder round;
        private final long end;
        private final Promise<Void> done;
        private Buffer received = Buffer.buffer();
        private Iterator<String> questions = Collections.emptyIterator();
        private long sent;

        Connection(NetSocket socket, Sample.Recorder round, long end, Promise<Void> done) {
            this.socket = socket;
            this.round = round;
            this.end = end;
            this.done = done;
            socket.handler(this::received);
            socket.closeHandler(closed -> done.tryComplete());
        }

        void next() {
            if (System.nanoTime() >= end) {
                socket.close();
                return;
            }
            if (!questions.hasNext()) {
                questions = visits.get().iterator();
            }
            var request = request(questions.next());
            sent = System.nanoTime();
            socket.write(request);
        }

        private void received(Buffer bytes) {
            received = received.length() == 0 ? bytes : received.appendBuffer(bytes);
            var text = received.toString(StandardCharsets.ISO_8859_1);
            var head = text.indexOf(END_OF_HEAD);
            var length = text.indexOf(LENGTH);
            if (head < 0 || length < 0) {
                return;
            }
            var body = Integer.parseInt(text.substring(length + LENGTH.length(), text.indexOf('\r', length)));
            if (text.length() < head + END_OF_HEAD.length() + body) {
                return;
            }
            received = Buffer.buffer();
            if (text.startsWith(OK)) {
                round.add((System.nanoTime() - sent) / 1e6, 0);
            } else {
                round.addError();
            }
            next();
        }
    }
}
