package dev.yiwen.answer.trace;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Why the bot said something, and what it would say now. */
@Path("/api/v1/conversations/{conversation}/traces/{seq}")
@RolesAllowed({Right.Names.EDIT, Right.Names.READ_ALL})
class TraceResource {
    private final TurnReview review;
    private final TraceMasking masking;

    TraceResource(TurnReview review, TraceMasking masking) {
        this.review = review;
        this.masking = masking;
    }

    /** The trace, what was {@code asked} and what was {@code said}. */
    @GET
    public Uni<Map<String, Object>> trace(@PathParam("conversation") UUID conversation, @PathParam("seq") long seq) {
        var id = ConversationId.of(conversation);
        return review.then(id, seq).chain(turn -> masking.masked(id, turn));
    }

    /** The same question, after the same words, decided by the knowledge and the settings of this moment. */
    @GET
    @Path("/now")
    public Uni<Map<String, Object>> now(@PathParam("conversation") UUID conversation, @PathParam("seq") long seq) {
        var id = ConversationId.of(conversation);
        return review.now(id, seq).chain(seen -> masking.masked(id, seen));
    }

    /** The articles that were found: as they were then, and as they are. */
    @GET
    @Path("/articles")
    public Uni<List<ThenAndNow>> articles(@PathParam("conversation") UUID conversation, @PathParam("seq") long seq) {
        return review.articles(ConversationId.of(conversation), seq);
    }
}
