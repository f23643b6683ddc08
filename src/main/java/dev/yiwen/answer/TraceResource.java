package dev.yiwen.answer;

import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.Role;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Map;
import java.util.UUID;

/** Why the bot said something. */
@Path("/api/v1/conversations/{conversation}/traces/{seq}")
@RolesAllowed({Role.Names.EDITOR, Role.Names.SUPERVISOR, Role.Names.AGENT})
class TraceResource {
    private final Traces traces;

    TraceResource(Traces traces) {
        this.traces = traces;
    }

    @GET
    public Uni<Map<String, Object>> trace(@PathParam("conversation") UUID conversation, @PathParam("seq") long seq) {
        return traces.find(ConversationId.of(conversation), seq)
                .map(found -> found.orElseThrow(
                                () -> new Problem(Problem.Kind.NOT_FOUND, "No bot turn wrote message " + seq))
                        .getMap());
    }
}
