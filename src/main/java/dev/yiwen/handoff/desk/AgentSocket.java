package dev.yiwen.handoff.desk;

import dev.yiwen.handoff.desk.AgentFrame.FromServer;
import dev.yiwen.handoff.presence.Presence;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnPongMessage;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;

/** The socket of every page of an agent, and of a supervisor who watches and steps in. Messages come of what a page opens. */
@WebSocket(path = "/ws/v1/agent")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
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
        return presence.arrive(staff.id())
                .invoke(arrival -> {
                    var desk = new Desk(staff, connection, arrival.online());
                    var me = new FromServer.Me(staff.id(), staff.login(), staff.name());
                    desk.tell(new FromServer.Welcome(me, arrival.online(), arrival.away()));
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
                    desk.tell(FrameRefusal.of(failure, frame));
                    return null;
                }))
                .onFailure()
                .recoverWithItem(failure -> {
                    desk.tell(FrameRefusal.of(failure));
                    return null;
                });
    }

    @OnBinaryMessage
    void binary(Buffer bytes, WebSocketConnection connection) {
        desks.of(connection.id()).tell(FrameRefusal.notText());
    }

    /** The heartbeat: a browser answers pings also for a page that is hidden, whose timers sleep. */
    @OnPongMessage
    Uni<Void> pong(Buffer bytes, WebSocketConnection connection) {
        return presence.seen(desks.of(connection.id()).staff().id());
    }

    @OnClose
    void close(WebSocketConnection connection) {
        desks.remove(connection.id());
    }
}
