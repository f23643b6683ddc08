package dev.yiwen.identity.http;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.StaffId;
import dev.yiwen.identity.session.SessionId;
import dev.yiwen.identity.session.StaffSessions;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One's own sessions: where one is signed in, and how to end it there. */
@Path("/api/v1/sessions")
final class SessionsResource {
    private final StaffSessions sessions;
    private final CurrentStaff current;
    private final AuditLog audit;

    SessionsResource(StaffSessions sessions, CurrentStaff current, AuditLog audit) {
        this.sessions = sessions;
        this.current = current;
        this.audit = audit;
    }

    /** @param current the one that asks */
    record Own(StaffSessions.Session session, boolean current) {}

    @GET
    public Uni<List<Own>> own() {
        var me = current.signedIn();
        return sessions.of(me.staff().id())
                .map(all -> all.stream()
                        .map(it -> new Own(it, it.id().equals(me.session())))
                        .toList());
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> end(UUID id) {
        return end(sessions, audit, current.get().id(), SessionId.of(id));
    }

    static Uni<Void> end(StaffSessions sessions, AuditLog audit, StaffId staff, SessionId session) {
        return sessions.end(staff, session)
                .call(() -> audit.append(new AuditEvent(
                        AuditKind.SIGN_OUT,
                        staff.value(),
                        "staff:" + staff.value(),
                        Map.of("session", session.value().toString()))));
    }
}
