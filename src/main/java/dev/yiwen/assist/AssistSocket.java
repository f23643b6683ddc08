package dev.yiwen.assist;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.assist.card.SuggestionId;
import dev.yiwen.assist.card.Use;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The assist panel of one conversation: suggestions come as they change, uses go back. */
@WebSocket(path = "/ws/v1/assist")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
class AssistSocket {
    private static final Logger LOG = Logger.getLogger(AssistSocket.class);
    private static final String CONVERSATION = "conversation=";
    private static final String NUMBER = "number=";

    private final Assist assist;
    private final Panels panels;
    private final CurrentStaff staff;
    private final ObjectMapper json;

    AssistSocket(Assist assist, Panels panels, CurrentStaff staff, ObjectMapper json) {
        this.assist = assist;
        this.panels = panels;
        this.staff = staff;
        this.json = json;
    }

    private record Used(
            @Nullable String type,
            @Nullable UUID id,
            @Nullable String how) {}

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        return Uni.createFrom()
                .deferred(() -> conversation(connection))
                .chain(conversation -> panels.open(connection, conversation, staff.get()))
                .onFailure()
                .call(failure -> connection.sendText(refusal(failure)))
                .onFailure()
                .recoverWithUni(failure -> connection.close());
    }

    @OnTextMessage
    Uni<Void> frame(String frame, WebSocketConnection connection) {
        return Uni.createFrom()
                .deferred(() -> used(frame))
                .onFailure()
                .recoverWithUni(failure -> connection.sendText(refusal(failure)));
    }

    @OnBinaryMessage
    Uni<Void> binary(Buffer frame, WebSocketConnection connection) {
        return connection.sendText(new AssistFrame.Refused("invalid", "A frame must be text."));
    }

    @OnClose
    void close(WebSocketConnection connection) {
        panels.close(connection);
    }

    private Uni<Void> used(String frame) {
        var used = parse(frame);
        if (!"used".equals(used.type())) {
            return Uni.createFrom().failure(new UnknownFrame());
        }
        if (used.id() == null) {
            throw new Problem(Problem.Kind.INVALID, "\"id\" must be the id of a suggestion.");
        }
        return assist.use(SuggestionId.of(used.id()), staff.get(), Use.of(used.how()));
    }

    private Used parse(String frame) {
        try {
            var used = json.readValue(frame, Used.class);
            if (used != null) {
                return used;
            }
        } catch (JsonProcessingException e) {
            // Said below; the parser's words would quote the frame.
        }
        throw new Problem(Problem.Kind.INVALID, "A frame must be {\"type\":\"used\",\"id\",\"how\"}.");
    }

    private Uni<ConversationId> conversation(WebSocketConnection connection) {
        var number = parameter(connection, NUMBER);
        return number.isPresent()
                ? assist.callWith(number.get(), staff.get())
                : Uni.createFrom()
                        .item(parameter(connection, CONVERSATION)
                                .map(AssistSocket::id)
                                .orElseThrow(() -> new Problem(
                                        Problem.Kind.INVALID, "Say which: ?conversation=ID or ?number=NUMBER.")));
    }

    private static Optional<String> parameter(WebSocketConnection connection, String name) {
        var query = connection.handshakeRequest().query();
        return Arrays.stream((query == null ? "" : query).split("&"))
                .filter(it -> it.startsWith(name))
                .map(it -> URLDecoder.decode(it.substring(name.length()), StandardCharsets.UTF_8))
                .findFirst();
    }

    private static ConversationId id(String text) {
        try {
            return ConversationId.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new Problem(Problem.Kind.NOT_FOUND, "There is no such conversation.");
        }
    }

    private static AssistFrame refusal(Throwable failure) {
        return switch (failure) {
            case Problem problem -> new AssistFrame.Refused(problem.kind().slug(), problem.detail());
            case UnknownFrame unknown -> new AssistFrame.Refused("unknown-frame", "There is no such frame.");
            default -> {
                LOG.error("A frame of the assist panel failed", failure);
                yield new AssistFrame.Refused("internal", "That did not work; try again.");
            }
        };
    }

    private static final class UnknownFrame extends RuntimeException {
        UnknownFrame() {
            super(null, null, false, false);
        }
    }
}
