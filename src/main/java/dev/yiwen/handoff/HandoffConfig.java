package dev.yiwen.handoff;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How conversations are given to agents. */
@ConfigMapping(prefix = "yiwen.handoff")
public interface HandoffConfig {

    /** Chats that one agent is offered at once; lower it where questions are hard. */
    @WithDefault("3")
    int capacity();

    /**
     * How long one agent has to accept before the next is asked: long enough to look away, or to end a sentence to somebody else.
     * Lower it where agents have few chats at once.
     */
    @WithDefault("60s")
    Duration offer();

    /** How long after everybody passed a conversation is offered to them again. */
    @WithDefault("60s")
    Duration offerAgain();

    /** An agent without a heartbeat for so long is offered nothing more; each open page answers a ping every 25 s. */
    @WithDefault("45s")
    Duration heartbeat();

    /** How long after that an agent's chats go back to the queue. */
    @WithDefault("2m")
    Duration absence();

    /** After a call its agent is offered nothing for so long, to write down what it was about; zero: at once again. */
    @WithDefault("60s")
    Duration afterCall();

    /** Who writes again so soon after an agent closed the conversation reaches that agent, if free; zero: nobody does. */
    @WithDefault("30m")
    Duration returnWithin();
}
