package dev.yiwen.handoff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What becomes of those who close the page while they wait. */
@ConfigMapping(prefix = "yiwen.handoff.away")
public interface AwayConfig {

    /** Who is away for longer is passed over; raise it where networks are bad. */
    @WithDefault("45s")
    Duration passedOverAfter();

    /** For so long the place is kept; then the queue is left. Raise it where waits are long. */
    @WithDefault("30m")
    Duration kept();

    default double passedOverAfterSeconds() {
        return passedOverAfter().toMillis() / 1000.0;
    }
}
