package dev.yiwen.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

@ConfigMapping(prefix = "yiwen.conversation")
public interface ConversationConfig {

    /** When an unanswered turn is taken up again; raise it above the slowest answer of a slow chat model. */
    @WithDefault("15s")
    Duration turnTimeout();

    /** When a turn that failed again and again goes to a human instead. */
    @WithDefault("90s")
    Duration turnGivenUpAfter();

    /** How often a turn that was not answered in time is taken up before it goes to a human, the last time included. */
    @WithDefault("3")
    int turnTries();

    /** How often overdue turns are looked for. */
    @WithDefault("5s")
    Duration sweepEvery();

    /** How long a file waits for the message that carries it before it is removed; clients send again within minutes. */
    @WithDefault("1h")
    Duration unsentFiles();
}
