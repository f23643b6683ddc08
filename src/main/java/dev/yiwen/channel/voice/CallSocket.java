package dev.yiwen.channel.voice;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.shared.Problem;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Where telephony systems report calls and what is said in them. A bad frame costs an error frame, never the call. */
@WebSocket(path = "/ws/v1/calls")
class CallSocket {
    private static final Logger LOG = Logger.getLogger(CallSocket.class);

    private final Calls calls;
    private final ObjectMapper json;

    CallSocket(Calls calls, ObjectMapper json) {
        this.calls = calls;
        this.json = json;
    }

    @OnTextMessage
    Uni<Void> frame(String frame, WebSocketConnection connection) {
        return Uni.createFrom()
                .deferred(() -> handle(CallEvent.read(json, frame)))
                .onFailure()
                .recoverWithItem(failure -> Optional.of(refusal(failure, frame)))
                .chain(answer ->
                        answer.map(connection::sendText).orElse(Uni.createFrom().voidItem()));
    }

    @OnBinaryMessage
    Uni<Void> binary(Buffer frame, WebSocketConnection connection) {
        return connection.sendText(new CallAnswer.Refused("invalid", "A frame must be text.", null));
    }

    /** What is being said is shown and forgotten: there is nothing to acknowledge. */
    private Uni<Optional<CallAnswer>> handle(CallEvent event) {
        return switch (event) {
            case CallEvent.Ringing ringing -> calls.ringing(ringing).map(Optional::of);
            case CallEvent.Answered answered -> calls.answered(answered).map(Optional::of);
            case CallEvent.Transcript spoken
            when spoken.last() -> calls.said(spoken).map(Optional::of);
            case CallEvent.Transcript spoken -> calls.saying(spoken).replaceWith(Optional.empty());
            case CallEvent.Ended ended -> calls.ended(ended).map(Optional::of);
        };
    }

    private CallAnswer refusal(Throwable failure, String frame) {
        var callId = CallAnswer.callIdIn(json, frame);
        return switch (failure) {
            case Problem problem -> new CallAnswer.Refused(problem.kind().slug(), problem.detail(), callId);
            case CallEvent.UnknownFrame unknown ->
                new CallAnswer.Refused("unknown-frame", String.valueOf(unknown.getMessage()), callId);
            default -> {
                LOG.error("A call event could not be handled", failure);
                yield new CallAnswer.Refused("internal", "The event could not be handled; send it again.", callId);
            }
        };
    }
}
