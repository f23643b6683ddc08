package dev.yiwen.quality.silence;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.quality.review.ReviewOpening;
import dev.yiwen.quality.review.ReviewTasks;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;

/** What customers are dissatisfied with who do not say so. */
@Path("/api/v1/silent-dissatisfaction")
@RolesAllowed(Right.Names.SUPERVISE)
public class SilenceResource {
    /** As many as the list shows weeks of. */
    private static final int SEEN_DAYS = 28;

    private final SilenceList list;
    private final ReviewTasks reviews;
    private final CurrentStaff current;

    SilenceResource(SilenceList list, ReviewTasks reviews, CurrentStaff current) {
        this.list = list;
        this.reviews = reviews;
        this.current = current;
    }

    record Made(UUID gap) {}

    record ToReview(UUID review) {}

    @GET
    public Uni<List<SilenceList.Silent>> all() {
        return list.all();
    }

    /** Makes a knowledge gap of it, for editors. */
    @POST
    @Path("/{id}/gap")
    public Uni<Made> gap(@PathParam("id") UUID id) {
        return list.gap(id, current.get().id()).map(Made::new);
    }

    /** Opens a task to look into it; again the same one. Which share tells whether it helped is said with the cause. */
    @POST
    @Path("/{id}/review")
    public Uni<ToReview> review(@PathParam("id") UUID id) {
        return list.words(id)
                .chain(words -> reviews.open(new ReviewOpening(
                        ReviewOpening.Source.SILENCE,
                        id,
                        words,
                        null,
                        "",
                        "",
                        HomeZone.today().minusDays(SEEN_DAYS),
                        HomeZone.today().minusDays(1),
                        current.get().id())))
                .map(ToReview::new);
    }
}
