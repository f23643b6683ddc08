package dev.yiwen.quality.alarm;

import dev.yiwen.identity.CurrentStaff;
import dev.yiwen.identity.Right;
import dev.yiwen.quality.review.ReviewOpening;
import dev.yiwen.quality.review.ReviewTasks;
import dev.yiwen.shared.Messages;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** Takes what rang to be looked into. */
@Path("/api/v1/alarms/{id}/review")
@RolesAllowed(Right.Names.SUPERVISE)
final class AlarmReviewResource {
    private final AlarmStore store;
    private final ReviewTasks reviews;
    private final Messages messages;
    private final CurrentStaff current;

    AlarmReviewResource(AlarmStore store, ReviewTasks reviews, Messages messages, CurrentStaff current) {
        this.store = store;
        this.reviews = reviews;
        this.messages = messages;
        this.current = current;
    }

    record ToReview(UUID review) {}

    /** Opens a task; again the same one, and that of its share where one is open. */
    @POST
    public Uni<ToReview> review(@PathParam("id") UUID id) {
        return store.one(id)
                .chain(alarm -> reviews.open(ReviewOpening.week(
                        ReviewOpening.Source.ALARM,
                        id,
                        title(alarm.rule()),
                        alarm.rule().shown(),
                        alarm.topic(),
                        alarm.region(),
                        alarm.day(),
                        current.get().id())))
                .map(ToReview::new);
    }

    /** Where there is no share that names it. */
    private String title(AlarmRule rule) {
        return rule.shown() != null
                ? ""
                : messages.text(
                        Locale.SIMPLIFIED_CHINESE,
                        "quality.alarm." + rule.name().toLowerCase(Locale.ROOT),
                        Map.of());
    }
}
