package dev.yiwen.handoff.desk;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.desk.Whispers.Whisper;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;

/** What supervisors tell an agent, whom nobody else hears. */
@Path("/api/v1/conversations/{id}/whispers")
@RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
final class WhisperResource {
    private final Whispers whispers;
    private final MayRead mayRead;
    private final CurrentStaff current;

    WhisperResource(Whispers whispers, MayRead mayRead, CurrentStaff current) {
        this.whispers = whispers;
        this.mayRead = mayRead;
        this.current = current;
    }

    record Words(@NotBlank @Size(max = 1000) String text) {}

    @GET
    public Uni<List<Whisper>> list(UUID id) {
        return mayRead.loadServed(ConversationId.of(id), current.get()).chain(it -> whispers.in(it.id()));
    }

    /** 409 when no agent has the conversation any more. */
    @POST
    @RolesAllowed(Right.Names.SUPERVISE)
    @Audited(value = AuditKind.WHISPERED, subject = "conversation:{id}")
    public Uni<Whisper> say(UUID id, @NotNull @Valid Words words) {
        return whispers.say(
                ConversationId.of(id), current.get().id(), words.text().strip());
    }
}
