package dev.yiwen.handoff.search;

import dev.yiwen.audit.AuditKind;
import dev.yiwen.audit.Audited;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The search of the console. */
@Path("/api/v1/conversations/search")
@RolesAllowed({Right.Names.ANSWER, Right.Names.READ_ALL})
final class SearchResource {
    private final ConversationSearch search;
    private final CurrentStaff current;

    SearchResource(ConversationSearch search, CurrentStaff current) {
        this.search = search;
        this.current = current;
    }

    /**
     * The newest first, thirty at a time.
     *
     * @param q words, a name, or a number; one character is looked for in the newest conversations alone
     * @param before the last conversation that was found, to go on after it
     */
    @GET
    @Audited(value = AuditKind.CONVERSATIONS_SEARCHED, subject = "conversation")
    public Uni<List<SearchHit>> find(
            @QueryParam("q") @NotBlank @Size(max = 64) String q, @QueryParam("before") @Nullable UUID before) {
        return search.find(SearchedWords.of(q), before == null ? null : ConversationId.of(before), current.get());
    }
}
