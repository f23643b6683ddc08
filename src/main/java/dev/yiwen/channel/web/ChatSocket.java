package dev.yiwen.channel.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import dev.yiwen.identity.CurrentCustomer;
import dev.yiwen.shared.Messages;
import dev.yiwen.shared.Problem;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The customers' socket: reads frames, and answers what is wrong with an error frame. {@link Chat} does the rest. */
@WebSocket(path = "/ws/v1/chat")
@RolesAllowed(CurrentCustomer.ROLE)
class ChatSocket {
    private static final Logger LOG = Logger.getLogger(ChatSocket.class);
    /** A client that goes on after so many refusals is not a person in a hurry. */
    private static final int MOST_REFUSALS = 500;

    private static final CloseReason FLOOD = new CloseReason(1008, "far too many frames");

    private static final String CROWD = "too-many-sockets";
    private static final CloseReason CROWDED = new CloseReason(1008, "too many sockets at once");

    private final Chat chat;
    private final ChatSessions sessions;
    private final CurrentCustomer customer;
    private final Messages messages;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    ChatSocket(Chat chat, ChatSessions sessions, CurrentCustomer customer, Messages messages, ObjectMapper json) {
        this.chat = chat;
        this.sessions = sessions;
        this.customer = customer;
        this.messages = messages;
        this.reader = json.readerFor(ChatFrame.FromClient.class);
        this.writer = json.writerFor(ChatFrame.FromServer.class);
    }

    @OnOpen
    void opened(WebSocketConnection connection) {
        var outgoing = new Outgoing(connection, writer);
        var who = customer.token();
        if (!sessions.open(connection.id(), customer.get(), CameFrom.of(connection), outgoing)) {
            outgoing.push(ChatFrame.Refused.of(CROWD, messages, null));
            outgoing.close(CROWDED);
            return;
        }
        sessions.endAt(connection.id(), who.endsAt(), session -> refuse(session, "unauthenticated", null));
    }

    @OnTextMessage
    Uni<Void> received(String text, WebSocketConnection connection) {
        var session = sessions.of(connection.id());
        if (session.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return read(text, session.get())
                .map(frame -> handle(session.get(), frame))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    @OnBinaryMessage
    void received(Buffer binary, WebSocketConnection connection) {
        sessions.of(connection.id()).ifPresent(session -> refuse(session, "invalid", null));
    }

    @OnClose
    void closed(WebSocketConnection connection) {
        var session = sessions.of(connection.id());
        sessions.close(connection.id());
        session.ifPresent(chat::left);
    }

    @OnError
    void failed(Throwable failure, WebSocketConnection connection) {
        LOG.debugf("Socket %s: %s", connection.id(), failure.getMessage());
    }

    private Uni<Void> handle(ChatSession session, ChatFrame.FromClient frame) {
        var clientMessageId = clientMessageId(frame);
        return Uni.createFrom()
                .deferred(() -> chat.handle(session, frame))
                .onFailure()
                .recoverWithItem(failure -> {
                    refuse(session, code(failure), clientMessageId);
                    return null;
                });
    }

    /** Empty when it was refused. */
    private Optional<ChatFrame.FromClient> read(String text, ChatSession session) {
        ChatFrame.@Nullable FromClient frame = null;
        try {
            frame = reader.readValue(text);
        } catch (InvalidTypeIdException e) {
            refuse(session, "unknown-frame", null);
            return Optional.empty();
        } catch (JsonProcessingException e) {
            // Answered below, like JSON null.
        }
        if (frame == null) {
            refuse(session, "invalid", null);
            return Optional.empty();
        }
        if (!session.maySend(frame)) {
            refuse(session, "too-fast", clientMessageId(frame));
            return Optional.empty();
        }
        return Optional.of(frame);
    }

    private void refuse(ChatSession session, String code, @Nullable String clientMessageId) {
        session.push(ChatFrame.Refused.of(code, messages, clientMessageId));
        if (session.countRefusal() > MOST_REFUSALS) {
            session.outgoing().close(FLOOD);
        }
    }

    private static @Nullable String clientMessageId(ChatFrame.FromClient frame) {
        if (frame instanceof ChatFrame.LeaveMessage left) {
            return left.clientMessageId();
        }
        return frame instanceof ChatFrame.Send send ? send.clientMessageId() : null;
    }

    private static String code(Throwable failure) {
        if (failure instanceof Problem problem) {
            return problem.kind().slug();
        }
        LOG.error("A frame of a customer failed", failure);
        return "internal";
    }
}
