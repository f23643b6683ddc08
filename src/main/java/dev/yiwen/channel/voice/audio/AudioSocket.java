package dev.yiwen.channel.voice.audio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.channel.voice.audio.CallWords.Side;
import dev.yiwen.shared.Problem;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where a telephony system sends the audio of one side of a call: 16-bit little-endian mono PCM as it is spoken, in frames of
 * any length. {@code {"type":"end"}} says that it has ended; so does closing the socket. Other text is passed over: bridges
 * introduce themselves with some.
 */
@WebSocket(path = "/ws/v1/calls/{callId}/audio")
public class AudioSocket {
    private static final int REFUSED = 1008;
    private static final int LATER = 1013;
    private static final int LONGEST_ID = 128;

    private final Vertx vertx;
    private final RecogniserAddress recogniser;
    private final AudioLines lines;
    private final Outages outages;
    private final ObjectMapper json;
    private final Map<String, Open> open = new ConcurrentHashMap<>();

    AudioSocket(Vertx vertx, RecogniserAddress recogniser, AudioLines lines, Outages outages, ObjectMapper json) {
        this.vertx = vertx;
        this.recogniser = recogniser;
        this.lines = lines;
        this.outages = outages;
        this.json = json;
    }

    private record Open(AudioLine line, Context context) {}

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        var address = recogniser.get();
        if (address.isEmpty()) {
            return refuse(
                    connection, LATER, "no-recogniser", "No recogniser is set up: YIWEN_ASR_URL says where it is.");
        }
        try {
            var callId = callId(connection);
            var side = side(connection);
            int rate = rate(connection);
            var context = vertx.getOrCreateContext();
            var line = lines.open(address.get(), callId, side, rate, context, owner(connection, callId, side));
            open.put(connection.id(), new Open(line, context));
            return connection.sendText(new AudioAnswer.Ready(callId, side.name().toLowerCase(Locale.ROOT), rate));
        } catch (Problem problem) {
            return refuse(connection, REFUSED, problem.kind().slug(), problem.detail());
        }
    }

    @OnBinaryMessage
    Uni<Void> audio(Buffer pcm, WebSocketConnection connection) {
        var it = open.get(connection.id());
        if (it != null) {
            it.context().runOnContext(now -> it.line().hear(pcm));
        }
        return Uni.createFrom().voidItem();
    }

    @OnTextMessage
    Uni<Void> text(String frame, WebSocketConnection connection) {
        if (isEnd(frame)) {
            ended(connection);
        }
        return Uni.createFrom().voidItem();
    }

    @OnClose
    Uni<Void> close(WebSocketConnection connection) {
        ended(connection);
        return Uni.createFrom().voidItem();
    }

    private boolean isEnd(String frame) {
        try {
            return json.readTree(frame).path("type").asText().equals("end");
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    /** The line lives on until its last words are known. */
    private void ended(WebSocketConnection connection) {
        var it = open.remove(connection.id());
        if (it != null) {
            it.context().runOnContext(now -> it.line().end());
        }
    }

    private AudioLine.Owner owner(WebSocketConnection connection, String callId, Side side) {
        return new AudioLine.Owner() {
            @Override
            public void lost(Side lost) {
                outages.lost(callId, side);
                tell(connection, new AudioAnswer.Recogniser(false));
            }

            @Override
            public void back(Side back) {
                outages.back(callId, side);
                tell(connection, new AudioAnswer.Recogniser(true));
            }

            @Override
            public void unknownCall() {
                ended(connection);
                if (connection.isOpen()) {
                    later(refuse(
                            connection,
                            REFUSED,
                            Problem.Kind.NOT_FOUND.slug(),
                            "There is no such call: it must ring before its words are heard."));
                }
            }

            @Override
            public void over() {
                outages.ended(callId, side);
                if (connection.isOpen()) {
                    later(connection.close());
                }
            }
        };
    }

    private static void tell(WebSocketConnection connection, AudioAnswer answer) {
        if (connection.isOpen()) {
            later(connection.sendText(answer));
        }
    }

    /** Whoever has gone need not be told. */
    private static void later(Uni<Void> sent) {
        sent.subscribe().with(done -> {}, failure -> {});
    }

    private static Uni<Void> refuse(WebSocketConnection connection, int status, String code, String why) {
        return connection
                .sendText(new AudioAnswer.Refused(code, why))
                .chain(() -> connection.close(new CloseReason(status, code)));
    }

    private static String callId(WebSocketConnection connection) {
        var id = decoded(connection.pathParam("callId")).strip();
        if (id.isEmpty() || id.codePointCount(0, id.length()) > LONGEST_ID || id.indexOf('\0') >= 0) {
            throw new Problem(Problem.Kind.INVALID, "The call's id must have 1 to " + LONGEST_ID + " characters.");
        }
        return id;
    }

    private static Side side(WebSocketConnection connection) {
        return switch (parameter(connection, "side")) {
            case "customer" -> Side.CUSTOMER;
            case "agent" -> Side.AGENT;
            default -> throw new Problem(Problem.Kind.INVALID, "Say whose audio it is: side=customer or side=agent.");
        };
    }

    private static int rate(WebSocketConnection connection) {
        return switch (parameter(connection, "rate")) {
            case "8000" -> 8000;
            case "16000" -> 16000;
            default -> throw new Problem(Problem.Kind.INVALID, "Samples a second must be rate=8000 or rate=16000.");
        };
    }

    private static String parameter(WebSocketConnection connection, String name) {
        var query = connection.handshakeRequest().query();
        return Arrays.stream((query == null ? "" : query).split("&", -1))
                .filter(it -> it.startsWith(name + "="))
                .map(it -> decoded(it.substring(name.length() + 1)))
                .findFirst()
                .orElse("");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
