package dev.yiwen.handoff.desk;

import dev.yiwen.handoff.Presence;
import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Role;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;

/** The socket of an agent's console, and of a supervisor who watches and steps in. */
@WebSocket(path = "/ws/v1/agent")
@RolesAllowed({Role.Names.AGENT, Role.Names.SUPERVISOR})
class AgentSocket {
    private final Desks desks;
    private final Presence presence;
    private final FrameReader frames;
    private final AgentActions actions;
    private final CurrentStaff current;

    AgentSocket(Desks desks, Presence presence, FrameReader frames, AgentActions actions, CurrentStaff current) {
        this.desks = desks;
        this.presence = presence;
        this.frames = frames;
        this.actions = actions;
        this.current = current;
    }

    @OnOpen
    Uni<Void> open(WebSocketConnection connection) {
        var staff = current.get();
        return presence.isOnline(staff.id())
                .invoke(online -> {
                    var desk = new Desk(staff, connection, online);
                    desk.tell(
                            new FromServer.Welcome(new FromServer.Me(staff.id(), staff.login(), staff.name()), online));
                    desks.add(connection.id(), desk);
                })
                .replaceWithVoid();
    }

    @OnTextMessage
    Uni<Void> frame(String text, WebSocketConnection connection) {
        var desk = desks.of(connection.id());
        return Uni.createFrom()
                .item(() -> frames.read(text))
                .chain(frame -> actions.run(frame, desk).onFailure().recoverWithItem(failure -> {
                    desk.tell(Refusal.of(failure, frame));
                    return null;
                }))
                .onFailure()
                .recoverWithItem(failure -> {
                    desk.tell(Refusal.of(failure));
                    return null;
                });
    }

    @OnBinaryMessage
    void binary(Buffer bytes, WebSocketConnection connection) {
        desks.of(connection.id()).tell(Refusal.notText());
    }

    @OnClose
    void close(WebSocketConnection connection) {
        desks.remove(connection.id());
    }
}
