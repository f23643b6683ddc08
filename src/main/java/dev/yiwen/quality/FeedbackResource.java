package dev.yiwen.quality;

import dev.yiwen.identity.Right;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.util.List;

/** How the answers of each article were received. */
@Path("/api/v1/feedback")
@RolesAllowed({Right.Names.SUPERVISE, Right.Names.EDIT})
public class FeedbackResource {
    private final Feedback feedback;

    FeedbackResource(Feedback feedback) {
        this.feedback = feedback;
    }

    @GET
    @Path("/summary")
    public Uni<List<Feedback.OfArticle>> summary(@QueryParam("days") @DefaultValue("30") @Min(1) @Max(366) int days) {
        return feedback.byArticle(Duration.ofDays(days));
    }
}
