package dev.yiwen.quality.review;

import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Computes from the facts what measures have changed. */
@Singleton
class ReviewEffects {
    private final ShareDays days;

    ReviewEffects(ShareDays days) {
        this.days = days;
    }

    /** Empty while measures are not done, until a day after them is over, and where no share shows it. */
    Uni<Optional<Effect>> now(ReviewTask task) {
        var stream = task.stream();
        var end = task.measuresEnd();
        if (stream == null || end == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        var last = HomeZone.today().minusDays(1);
        int length = Effect.days(end, last);
        return length == 0
                ? Uni.createFrom().item(Optional.empty())
                : days.of(stream, end.minusDays(length), end.plusDays(length)).map(all -> Effect.of(all, end, last));
    }
}
