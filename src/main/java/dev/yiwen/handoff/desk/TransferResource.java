package dev.yiwen.handoff.desk;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.handoff.desk.ConversationResource.ConversationView;
import dev.yiwen.handoff.transfer.Transfers;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.identity.StaffId;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Handing a conversation on. */
@Path("/api/v1/conversations/{id}/transfer")
@RolesAllowed({Right.Names.ANSWER, Right.Names.SUPERVISE})
final class TransferResource {
    private final Transfers transfers;
    private final MayRead mayRead;
    private final CurrentStaff current;

    TransferResource(Transfers transfers, MayRead mayRead, CurrentStaff current) {
        this.transfers = transfers;
        this.mayRead = mayRead;
        this.current = current;
    }

    /** To an agent or a group; with neither to whoever the plan finds. */
    record Transfer(
            @Nullable UUID agent,
            @Nullable @Size(max = 32) String group,
            @NotBlank @Size(max = 500) String note) {}

    @POST
    public Uni<ConversationView> transfer(UUID id, @NotNull @Valid Transfer it) {
        var target = new Transfers.Target(it.agent() == null ? null : StaffId.of(it.agent()), it.group());
        return mayRead.loadOwn(ConversationId.of(id), current.get())
                .chain(conversation -> transfers.handOn(
                        conversation, current.get(), target, it.note().strip()))
                .map(ConversationView::of);
    }
}
