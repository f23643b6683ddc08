package dev.yiwen.retrieval;

import dev.yiwen.identity.Right;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.EnumSet;
import org.jspecify.annotations.Nullable;

/** Lets editors see which articles a question would find. */
@Path("/api/v1/articles/preview-search")
@RolesAllowed(Right.Names.EDIT)
final class PreviewSearchResource {
    private static final int LIMIT = 10;
    private static final int LONGEST = 2000;

    record Question(@Nullable String text) {}

    private final Retrieval retrieval;

    PreviewSearchResource(Retrieval retrieval) {
        this.retrieval = retrieval;
    }

    @POST
    public Uni<Retrieved> search(@Nullable Question question) {
        if (question == null || question.text() == null || question.text().isBlank()) {
            throw new Problem(Problem.Kind.INVALID, "text is missing");
        }
        if (question.text().length() > LONGEST) {
            throw new Problem(Problem.Kind.TOO_LARGE, "text is longer than " + LONGEST + " characters");
        }
        return retrieval.search(question.text(), EnumSet.allOf(Audience.class), LIMIT);
    }
}
