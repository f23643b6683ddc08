package dev.yiwen.assist.cause;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an agent settles by hand of the fault that a talk is about. */
@Path("/api/v1/assist/{conversation}/causes")
@RolesAllowed(Right.Names.ANSWER)
public class CauseResource {
    private final CauseGuide guide;
    private final CurrentStaff staff;

    CauseResource(CauseGuide guide, CurrentStaff staff) {
        this.guide = guide;
        this.staff = staff;
    }

    /**
     * @param question as the card asks it
     * @param symptom the answer's name, {@code -} for none of them; null: the customer does not know
     */
    record Answered(@Nullable String question, @Nullable String symptom) {}

    /** @param asked the question that was answered, or the symptom that was heard */
    record Withdrawn(@Nullable String asked) {}

    @POST
    public Uni<Void> answer(@PathParam("conversation") UUID conversation, @Nullable Answered answered) {
        var question = answered == null ? null : answered.question();
        if (answered == null || question == null) {
            throw new Problem(Problem.Kind.INVALID, "\"question\" must be one that a card asks.");
        }
        return guide.answer(ConversationId.of(conversation), question, answered.symptom(), staff.get());
    }

    /** Takes an answer, or what was heard, back. */
    @POST
    @Path("/undo")
    public Uni<Void> undo(@PathParam("conversation") UUID conversation, @Nullable Withdrawn withdrawn) {
        var asked = withdrawn == null ? null : withdrawn.asked();
        if (asked == null) {
            throw new Problem(Problem.Kind.INVALID, "\"asked\" must be a question or symptom of the card.");
        }
        return guide.withdraw(ConversationId.of(conversation), asked, staff.get());
    }
}
