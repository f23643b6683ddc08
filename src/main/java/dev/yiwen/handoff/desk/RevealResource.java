package dev.yiwen.handoff.desk;

import dev.yiwen.audit.AuditEvent;
import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.AuditLog;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Redactions;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import dev.yiwen.privacy.Masked;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import java.util.UUID;

/**
 * Tells what a token stands for in traces, packets and summaries: to the agent of the conversation and to who may reveal. Nobody
 * is told without a line in the audit log.
 */
@Path("/api/v1/conversations/{id}/reveal")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
final class RevealResource {
    private final MayRead mayRead;
    private final Redactions redactions;
    private final AuditLog audit;
    private final CurrentStaff current;

    RevealResource(MayRead mayRead, Redactions redactions, AuditLog audit, CurrentStaff current) {
        this.mayRead = mayRead;
        this.redactions = redactions;
        this.audit = audit;
        this.current = current;
    }

    /** @param token such as {@code [手机号1]} */
    record Wanted(
            @NotBlank @Size(max = 40) String token,
            @NotBlank @Size(max = 200) String reason) {}

    record Revealed(String value) {}

    @POST
    public Uni<Revealed> reveal(UUID id, @NotNull @Valid Wanted wanted) {
        var me = current.get();
        return mayRead.loadRevealed(ConversationId.of(id), me)
                .chain(it -> redactions.of(it.id(), ""))
                .map(it -> it.valueOf(wanted.token())
                        .orElseThrow(
                                () -> new Problem(Problem.Kind.NOT_FOUND, "Nothing was said that this stands for.")))
                .call(value -> audit.append(event(id, wanted, me.id())))
                .map(Revealed::new);
    }

    private static AuditEvent event(UUID conversation, Wanted wanted, StaffId by) {
        var details = Map.of("token", wanted.token(), "reason", Masked.text(wanted.reason()));
        return new AuditEvent(AuditKind.REVEALED, by.value(), "conversation:" + conversation, details);
    }
}
