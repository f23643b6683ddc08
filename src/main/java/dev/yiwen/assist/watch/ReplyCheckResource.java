package dev.yiwen.assist.watch;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Owner;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** What is to be minded in a reply before it is sent; it never keeps anybody from sending it. */
@Path("/api/v1/assist/{conversation}/check")
@RolesAllowed(Right.Names.ANSWER)
public class ReplyCheckResource {
    private static final int TRANSCRIPT = 60;

    private final Conversations conversations;
    private final ReplyCheck check;
    private final WarningCards cards;
    private final CurrentStaff staff;

    ReplyCheckResource(Conversations conversations, ReplyCheck check, WarningCards cards, CurrentStaff staff) {
        this.conversations = conversations;
        this.check = check;
        this.cards = cards;
        this.staff = staff;
    }

    record Reply(@NotBlank @Size(max = 2000) String text) {}

    record Checked(List<Warning> warnings) {}

    /** {@code FORBIDDEN} to anybody but the agent who has the conversation. */
    @POST
    public Uni<Checked> check(@PathParam("conversation") UUID conversation, @NotNull @Valid Reply reply) {
        var id = ConversationId.of(conversation);
        var agent = staff.get().id();
        return conversations
                .load(id)
                .invoke(it -> {
                    if (!(it.owner() instanceof Owner.Agent owner)
                            || !owner.id().equals(agent)) {
                        throw new Problem(
                                Problem.Kind.FORBIDDEN, "Only the agent who has this conversation checks a reply.");
                    }
                })
                .chain(it -> conversations.messagesAfter(id, Math.max(0, it.lastSeq() - TRANSCRIPT), TRANSCRIPT))
                .chain(before -> cards.articles(id).chain(shown -> check.check(reply.text(), before, shown)))
                .map(Checked::new);
    }
}
