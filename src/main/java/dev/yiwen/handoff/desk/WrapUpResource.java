package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.wrapup.WrapUpDraft;
import dev.yiwen.handoff.wrapup.WrapUps;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** What the form at the end of a conversation is filled with. */
@Path("/api/v1/conversations/{id}/wrap-up")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
final class WrapUpResource {
    private final MayRead mayRead;
    private final WrapUps wrapUps;
    private final CurrentStaff current;

    WrapUpResource(MayRead mayRead, WrapUps wrapUps, CurrentStaff current) {
        this.mayRead = mayRead;
        this.wrapUps = wrapUps;
        this.current = current;
    }

    @GET
    public Uni<WrapUpDraft> draft(UUID id) {
        return mayRead.loadServed(ConversationId.of(id), current.get()).chain(wrapUps::of);
    }
}
