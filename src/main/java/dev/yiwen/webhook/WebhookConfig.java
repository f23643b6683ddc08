package dev.yiwen.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How patiently other systems are told what happens. */
@ConfigMapping(prefix = "yiwen.webhook")
interface WebhookConfig {

    /**
     * Whether addresses of this machine and of private networks may be told ({@code YIWEN_WEBHOOK_PRIVATE}). Only where every
     * administrator may reach whatever this machine reaches.
     */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long a system may take to answer; a slow one should answer first and work then. */
    @WithDefault("10s")
    Duration timeout();

    /** Before the first repetition; each further pause is four times as long, up to {@link #longestPause}. */
    @WithDefault("5s")
    Duration firstPause();

    /** Lengthen it for systems that rest for days; the tries then last longer. */
    @WithDefault("8h")
    Duration longestPause();

    /** Tries of one delivery, about three days of them. */
    @WithDefault("14")
    int tries();

    /** An endpoint that has failed for so long is told nothing more until an administrator enables it. */
    @WithDefault("3d")
    Duration disabledAfter();

    /** What was told is listed for so long. */
    @WithDefault("30d")
    Duration kept();
}
