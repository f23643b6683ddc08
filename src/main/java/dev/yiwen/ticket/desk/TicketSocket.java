package dev.yiwen.ticket.desk;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import jakarta.annotation.security.RolesAllowed;

/** Tells staff what happens to tickets while it happens. */
@WebSocket(path = "/ws/v1/tickets")
@RolesAllowed(Right.Names.TICKETS)
class TicketSocket {
    private final TicketWatch watch;
    private final CurrentStaff current;

    TicketSocket(TicketWatch watch, CurrentStaff current) {
        this.watch = watch;
        this.current = current;
    }

    @OnOpen
    void open(WebSocketConnection connection) {
        watch.add(current.get(), connection);
    }

    /** Nothing is asked for over this socket. */
    @OnTextMessage
    void frame(String ignored) {}

    @OnClose
    void close(WebSocketConnection connection) {
        watch.remove(connection);
    }
}
