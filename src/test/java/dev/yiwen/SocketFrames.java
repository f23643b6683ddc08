package dev.yiwen;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The sealed interfaces whose records are the frames of a socket. A new one is added here; then it must stand in
 * {@code asyncapi.yaml} too.
 *
 * @param socket its channel in {@code asyncapi.yaml}
 * @param direction of its operation there, as the service sees it
 */
record SocketFrames(String socket, Direction direction, String interfaceName) {

    enum Direction {
        FROM_CLIENT,
        FROM_SERVER
    }

    static final List<SocketFrames> ALL = List.of(
            new SocketFrames("chat", Direction.FROM_CLIENT, "dev.yiwen.channel.web.ChatFrame$FromClient"),
            new SocketFrames("chat", Direction.FROM_SERVER, "dev.yiwen.channel.web.ChatFrame$FromServer"),
            new SocketFrames("agent", Direction.FROM_CLIENT, "dev.yiwen.handoff.desk.AgentFrame$FromClient"),
            new SocketFrames("agent", Direction.FROM_SERVER, "dev.yiwen.handoff.desk.AgentFrame$FromServer"),
            new SocketFrames("assist", Direction.FROM_SERVER, "dev.yiwen.assist.AssistFrame"),
            new SocketFrames("tickets", Direction.FROM_SERVER, "dev.yiwen.ticket.desk.TicketFrame"),
            new SocketFrames("calls", Direction.FROM_SERVER, "dev.yiwen.channel.voice.CallAnswer"),
            new SocketFrames("callAudio", Direction.FROM_SERVER, "dev.yiwen.channel.voice.audio.AudioAnswer"));

    /** The record of each type of frame. */
    Map<String, Class<?>> types() {
        return Arrays.stream(type().getAnnotation(JsonSubTypes.class).value())
                .collect(Collectors.toMap(JsonSubTypes.Type::name, JsonSubTypes.Type::value));
    }

    private Class<?> type() {
        try {
            return Class.forName(interfaceName);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }
}
