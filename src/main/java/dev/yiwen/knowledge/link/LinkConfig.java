package dev.yiwen.knowledge.link;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How links in answers are looked at. */
@ConfigMapping(prefix = "yiwen.links")
interface LinkConfig {

    /**
     * Whether links in answers are checked, each night and when they are new ({@code YIWEN_LINKS_CHECKED}). An installation without a
     * way out need not switch it off: it notices, and says of no link that it is broken.
     */
    @WithDefault("true")
    boolean checked();

    /** Whether links to this machine and to private networks are followed too ({@code YIWEN_LINKS_PRIVATE}). */
    @WithDefault("false")
    boolean privateAddresses();

    /** How long a page may take to answer. */
    @WithDefault("5s")
    Duration timeout();

    /** A page that did not answer, or answered with a fault of its own, is told after so many checks in a row. */
    @WithDefault("3")
    int failures();
}
