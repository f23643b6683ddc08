package dev.yiwen.quality;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "yiwen.rating")
interface RatingConfig {

    /** How long after its end a customer may rate a conversation. */
    @WithDefault("7d")
    Duration within();
}
