package dev.yiwen.command.bench.assist;

import dev.yiwen.command.bench.Site;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.WebSocket;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer who speaks, and the panel of the agent who listens. Every other question is said with partials, as recognisers
 * send them. Everything happens on the site's one thread.
 */
final class SimulatedCall {
    private static final long PARTIAL_EVERY_MS = 800;
    private static final long BREATH_MS = 2_000;
    private static final int PARTIAL_CHARACTERS = 4;

    private final Site site;
    private final WebSocket line;
    private final String agent;
    private final String token;
    private final List<String> questions;
    private final String callId = "bench-" + UUID.randomUUID();
    private final Promise<Void> over = Promise.promise();
    private final Promise<Void> rang = Promise.promise();
    private final Promise<Void> ended = Promise.promise();
    private final List<Utterance> said = new ArrayList<>();
    private final Map<String, Integer> faults = new TreeMap<>();
    /** When the newest set for each number of a message came. */
    private final Map<Long, List<Long>> shown = new TreeMap<>();

    private @Nullable WebSocket panel;
    private String conversation = "";
    private volatile long endedMs;

    /** What was said, when, and as which message it was stored. */
    static final class Utterance {
        final List<Long> partials = new ArrayList<>();
        long ended;
        long seq;
    }

    private SimulatedCall(Site site, WebSocket line, String agent, String token, List<String> questions) {
        this.site = site;
        this.line = line;
        this.agent = agent;
        this.token = token;
        this.questions = questions;
        line.textMessageHandler(this::acknowledged);
    }

    /** Rings, and the agent's panel is open. */
    static Future<SimulatedCall> ring(
            Site site, String lineToken, String agent, String token, int number, List<String> questions) {
        return site.socket("/ws/v1/calls", lineToken).compose(line -> {
            var call = new SimulatedCall(site, line, agent, token, questions);
            call.send(JsonObject.of("type", "ringing", "number", "139%08d".formatted(number), "agent", agent));
            return call.rang.future().compose(done -> call.open()).map(call);
        });
    }

    private Future<Void> open() {
        send(JsonObject.of("type", "answered", "agent", agent));
        return site.socket("/ws/v1/assist?conversation=" + conversation, token)
                .onSuccess(socket -> {
                    panel = socket;
                    socket.textMessageHandler(this::suggested);
                })
                .mapEmpty();
    }

    /** Completes when all questions were asked and there was time for the last cards. */
    Future<Void> speak(long afterMs) {
        site.vertx().setTimer(Math.max(1, afterMs), timer -> ask(0));
        return over.future();
    }

    /** The telephone system tells that the call is over; completes when the service has taken it. */
    Future<Void> hangUp(long afterMs) {
        site.vertx().setTimer(Math.max(1, afterMs), timer -> {
            endedMs = System.currentTimeMillis();
            send(JsonObject.of("type", "ended"));
        });
        return ended.future();
    }

    void close() {
        var open = panel;
        if (open != null) {
            open.close();
        }
        line.close();
    }

    /** When it was told that the call is over, since 1970. */
    long endedMs() {
        return endedMs;
    }

    String conversation() {
        return conversation;
    }

    List<Utterance> said() {
        return said;
    }

    /** When sets for the message of that number came, the first first. */
    List<Long> shownFor(long seq) {
        return shown.getOrDefault(seq, List.of());
    }

    Map<String, Integer> faults() {
        return faults;
    }

    private void ask(int number) {
        if (number == questions.size()) {
            over.tryComplete();
            return;
        }
        var utterance = new Utterance();
        said.add(utterance);
        var text = questions.get(number);
        if (number % 2 == 0) {
            site.vertx().setTimer(text.length() * 200L, timer -> end(number, text, utterance));
        } else {
            partial(number, text, PARTIAL_CHARACTERS, utterance);
        }
    }

    private void partial(int number, String text, int spoken, Utterance utterance) {
        if (spoken >= text.length()) {
            end(number, text, utterance);
            return;
        }
        utterance.partials.add(System.nanoTime());
        transcript("customer", "q" + number, text.substring(0, spoken), false);
        site.vertx().setTimer(PARTIAL_EVERY_MS, timer -> partial(number, text, spoken + PARTIAL_CHARACTERS, utterance));
    }

    private void end(int number, String text, Utterance utterance) {
        utterance.ended = System.nanoTime();
        transcript("customer", "q" + number, text, true);
        site.vertx().setTimer(BREATH_MS, timer -> {
            transcript("agent", "a" + number, "好的，我帮您看一下。", true);
            site.vertx().setTimer(BREATH_MS, next -> ask(number + 1));
        });
    }

    private void transcript(String speaker, String utterance, String text, boolean last) {
        send(JsonObject.of(
                "type", "transcript", "speaker", speaker, "utteranceId", utterance, "text", text, "final", last));
    }

    private void send(JsonObject event) {
        line.writeTextMessage(event.put("callId", callId).encode());
    }

    private void acknowledged(String text) {
        var frame = new JsonObject(text);
        if ("error".equals(frame.getString("type"))) {
            faults.merge(frame.getString("code"), 1, Integer::sum);
            rang.tryFail(frame.getString("code"));
            ended.tryComplete();
        } else if ("ringing".equals(frame.getString("event"))) {
            conversation = frame.getString("conversationId");
            rang.tryComplete();
        } else if ("ended".equals(frame.getString("event"))) {
            ended.tryComplete();
        } else if (frame.getLong("seq") != null
                && frame.getString("utteranceId", "").startsWith("q")) {
            said.get(Integer.parseInt(frame.getString("utteranceId").substring(1))).seq = frame.getLong("seq");
        }
    }

    private void suggested(String text) {
        var now = System.nanoTime();
        var frame = new JsonObject(text);
        if ("suggestions".equals(frame.getString("type"))) {
            shown.computeIfAbsent(frame.getLong("forSeq"), seq -> new ArrayList<>())
                    .add(now);
        }
    }
}
