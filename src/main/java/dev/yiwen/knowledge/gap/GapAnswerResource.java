package dev.yiwen.knowledge.gap;

import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.AnswerWriting;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer out of what agents said, for an editor to look over; it is stored nowhere. */
@Path("/api/v1/knowledge-gap-answers")
@RolesAllowed(Right.Names.EDIT)
final class GapAnswerResource {
    /** @param available whether there is a chat model to write one */
    record Writer(boolean available) {}

    /** @param answer null when nothing that the model wrote was borne out by what agents said */
    record Written(@Nullable String answer) {}

    private final AnswerWriting writing;
    private final Pool database;

    GapAnswerResource(AnswerWriting writing, Pool database) {
        this.writing = writing;
        this.database = database;
    }

    @GET
    public Writer writer() {
        return new Writer(writing.available());
    }

    /** Fails with CONFLICT where no agent answered in words. */
    @POST
    @Path("{gap}")
    public Uni<Written> write(@PathParam("gap") UUID id) {
        return GapStore.one(database, id)
                .map(it -> it.orElseThrow(() -> new Problem(Problem.Kind.NOT_FOUND, "There is no gap " + id))
                        .gap())
                .invoke(gap -> {
                    if (gap.replies().isEmpty() || !writing.available()) {
                        throw new Problem(Problem.Kind.CONFLICT, "There is nothing, or nobody, to write it from");
                    }
                })
                .chain(gap -> GapStore.conversation(database, id)
                        .chain(conversation -> writing.from(conversation, gap.title(), gap.replies())))
                .map(it -> new Written(it.orElse(null)));
    }
}
