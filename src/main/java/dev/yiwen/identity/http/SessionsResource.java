package dev.yiwen.identity.http;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.session.Devices;
import dev.yiwen.identity.session.Devices.Device;
import dev.yiwen.identity.session.SessionId;
import dev.yiwen.identity.session.StaffSessions;
import dev.yiwen.identity.session.StaffSessions.Session;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One's own sessions: where one is signed in, and how to end it there. */
@Path("/api/v1/sessions")
final class SessionsResource {
    private final StaffSessions sessions;
    private final CurrentStaff current;
    private final Devices devices;

    SessionsResource(StaffSessions sessions, CurrentStaff current, Devices devices) {
        this.sessions = sessions;
        this.current = current;
        this.devices = devices;
    }

    /** @param current the one that asks */
    record Own(StaffSessions.Session session, Device device, boolean current) {}

    record Ended(int sessions) {}

    @GET
    public Uni<List<Own>> own() {
        var me = current.signedIn();
        return sessions.of(me.staff().id())
                .chain(all -> devices.of(all.stream().map(Session::userAgent).toList())
                        .map(named -> IntStream.range(0, all.size())
                                .mapToObj(i -> own(all.get(i), named.get(i), me.session()))
                                .toList()));
    }

    /** Ends all but the one that asks. */
    @DELETE
    public Uni<Ended> endOthers() {
        var me = current.signedIn();
        return Optional.ofNullable(me.session())
                .map(kept -> sessions.endOthers(me.staff().id(), kept).map(Ended::new))
                .orElseThrow(() -> new Problem(Problem.Kind.FORBIDDEN, "A pass has no sessions."));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> end(UUID id) {
        return sessions.end(current.get().id(), SessionId.of(id));
    }

    private static Own own(Session session, Device device, @Nullable SessionId asking) {
        return new Own(session, device, session.id().equals(asking));
    }
}
