package dev.yiwen.file;

import dev.yiwen.shared.RateLimit;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.UUID;

/** How fast one person may send files. */
@Singleton
public final class UploadPace {
    private final RateLimit limit;
    private final RateLimit.Rate ofCustomers;
    private final RateLimit.Rate ofStaff;

    UploadPace(RateLimit limit, UploadConfig config) {
        this.limit = limit;
        this.ofCustomers = new RateLimit.Rate(config.burst(), config.oneIn());
        this.ofStaff = new RateLimit.Rate(config.staffBurst(), config.staffOneIn());
    }

    /** Fails with {@code TOO_MANY_REQUESTS}, saying when the next is taken. */
    public Uni<Void> takeAsCustomer(UUID customer) {
        return take("upload", customer, ofCustomers);
    }

    /** As {@link #takeAsCustomer}. */
    public Uni<Void> takeAsStaff(UUID staff) {
        return take("staff-upload", staff, ofStaff);
    }

    private Uni<Void> take(String kind, UUID person, RateLimit.Rate rate) {
        return limit.require(kind, person.toString(), rate, "Those were many files; try again shortly.");
    }
}
