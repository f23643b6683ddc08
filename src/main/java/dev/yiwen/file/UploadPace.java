package dev.yiwen.file;

import dev.yiwen.shared.RateLimit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How fast one customer may send files. */
@Singleton
public final class UploadPace {
    private final RateLimit limit;
    private final RateLimit.Rate rate;

    UploadPace(RateLimit limit, UploadConfig config) {
        this.limit = limit;
        this.rate = new RateLimit.Rate(config.burst(), config.oneIn());
    }

    /** Fails with {@code TOO_MANY_REQUESTS}, saying when the next is taken. */
    public Uni<Void> take(UUID customer) {
        return limit.require("upload", customer.toString(), rate, "Those were many files; try again shortly.");
    }
}
