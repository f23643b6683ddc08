package dev.yiwen.handoff.queue;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long somebody in danger may go without a word. */
@ConfigMapping(prefix = "yiwen.handoff.emergency")
public interface EmergencyConfig {

    /** An agent who has taken one and is silent for so long loses it to a colleague. */
    @WithDefault("60s")
    Duration answerWithin();

    /** One agent has so long to accept, then the next is asked. */
    @WithDefault("20s")
    Duration offer();

    /** Whom everybody passed is offered to them again so soon. */
    @WithDefault("15s")
    Duration offerAgain();

    /** Without an agent's word for so long it is loud on the supervisors' page; lower it where somebody always watches. */
    @WithDefault("2m")
    Duration escalateAfter();
}
