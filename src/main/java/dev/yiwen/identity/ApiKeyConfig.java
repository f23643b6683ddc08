package dev.yiwen.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How often a system may ask with one key; what is refused is told when to come back. */
@ConfigMapping(prefix = "yiwen.api-key")
public interface ApiKeyConfig {

    /** At once, after a while without any. */
    @WithDefault("60")
    int burst();

    /** For long: one in so much time. Shorten it for a system that asks on behalf of many, if the machine can. */
    @WithDefault("500ms")
    Duration oneIn();
}
