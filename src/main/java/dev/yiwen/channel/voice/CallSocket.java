package dev.yiwen.channel.voice;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Where telephony systems report calls and what is said in them. A bad frame costs an error frame, never the call. */
@WebSocket(path = "/ws/v1/calls")
class CallSocket {
    private final Switchboard switchboard;
    private final ObjectMapper json;

    CallSocket(Switchboard switchboard, ObjectMapper json) {
        this.switchboard = switchboard;
        this.json = json;
    }

    @OnTextMessage
    Uni<Void> frame(String frame, WebSocketConnection connection) {
        return Uni.createFrom()
                .deferred(() -> handle(CallEventReader.read(json, frame)))
                .onFailure()
                .recoverWithItem(failure -> Optional.of(CallAnswer.refusal(failure, CallAnswer.callIdIn(json, frame))))
                .chain(answer ->
                        answer.map(connection::sendText).orElse(Uni.createFrom().voidItem()));
    }

    @OnBinaryMessage
    Uni<Void> binary(Buffer frame, WebSocketConnection connection) {
        return connection.sendText(new CallAnswer.Refused("invalid", "A frame must be text.", null));
    }

    /** What is being said is shown and forgotten: there is nothing to acknowledge. */
    private Uni<Optional<CallAnswer>> handle(CallEvent event) {
        return switchboard
                .take(event)
                .map(answer -> event instanceof CallEvent.Transcript spoken && !spoken.last()
                        ? Optional.empty()
                        : Optional.of(answer));
    }
}
