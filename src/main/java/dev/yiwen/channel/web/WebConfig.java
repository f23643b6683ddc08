package dev.yiwen.channel.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "yiwen.web")
interface WebConfig {

    /** Frames a second that one customer may send for long; a person needs one. */
    @WithDefault("10")
    int framesPerSecond();

    /** Frames that one customer may send at once, such as what was written while there was no connection. */
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

    /** Messages a minute that one customer may send for long. A person who types fast sends ten. */
    @WithDefault("30")
    int messagesPerMinute();

    /** Messages that one customer may send at once. */
    @WithDefault("30")
    int messageBurst();

    /**
     * Messages a minute that may come from one address (of IPv6, one /64) for long. Raise it where more than a few hundred people
     * chat from behind one address at once; behind a proxy, tell Quarkus to trust its headers first.
     */
    @WithDefault("1200")
    int messagesPerMinuteOfAddress();

    /** Messages that may come from one address at once. */
    @WithDefault("300")
    int messageBurstOfAddress();
}
