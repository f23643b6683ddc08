package dev.yiwen.assist;

import dev.yiwen.assist.card.SuggestionId;
import dev.yiwen.assist.card.SuggestionSet;
import dev.yiwen.assist.card.Use;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Suggestions for those who do not keep a socket open. */
@Path("/api/v1/assist")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
public class AssistResource {
    private final Assist assist;
    private final CurrentStaff staff;

    AssistResource(Assist assist, CurrentStaff staff) {
        this.assist = assist;
        this.staff = staff;
    }

    /** What was done with a suggestion: {@code insert}, {@code copy}, {@code said}, {@code unsaid} or {@code dismiss}. */
    record Used(@Nullable String how) {}

    @GET
    @Path("/{conversation}")
    public Uni<SuggestionSet> current(@PathParam("conversation") UUID conversation) {
        return assist.current(ConversationId.of(conversation), staff.get());
    }

    @POST
    @Path("/suggestions/{id}/use")
    public Uni<Void> use(@PathParam("id") UUID id, @Nullable Used used) {
        return assist.use(SuggestionId.of(id), staff.get(), Use.of(used == null ? null : used.how()));
    }
}
