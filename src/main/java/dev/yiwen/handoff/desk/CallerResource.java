package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.caller.CallerScreen;
import dev.yiwen.handoff.caller.Callers;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Who is calling: for who has the conversation, or supervises. */
@Path("/api/v1/conversations/{id}/caller")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
final class CallerResource {
    private final MayRead mayRead;
    private final Callers callers;
    private final CurrentStaff current;

    CallerResource(MayRead mayRead, Callers callers, CurrentStaff current) {
        this.mayRead = mayRead;
        this.callers = callers;
        this.current = current;
    }

    /**
     * At once, with what is known.
     *
     * @param wait a moment for what the operator's systems have not said yet
     */
    @GET
    public Uni<CallerScreen> screen(UUID id, @QueryParam("wait") boolean wait) {
        var me = current.get();
        return mayRead.loadServed(ConversationId.of(id), me).chain(it -> callers.of(it, me, wait));
    }
}
