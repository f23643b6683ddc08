package dev.yiwen.channel.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "yiwen.web")
interface WebConfig {

    /** Frames a second that one socket may send for long; a person needs one. */
    @WithDefault("10")
    int framesPerSecond();

    /** Frames that one socket may send at once, such as what was written while it had no connection. */
    @WithDefault("60")
    int burst();

    /** At once on one instance: a tab has one. */
    @WithDefault("10")
    int socketsPerCustomer();

    /**
     * At once on one instance. Raise it where a mobile carrier brings more people from one address; lower it where nobody
     * but a few hundred people chat.
     */
    @WithDefault("2000")
    int socketsPerAddress();
}
