package dev.yiwen.handoff.desk;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.time.Duration;
import java.util.Map;

/** Agents are missed after seconds. */
public final class ShortPatience implements QuarkusTestProfile {
    public static final Duration HEARTBEAT = Duration.ofSeconds(5);
    /** With some seconds to spare. */
    public static final Duration UNTIL_REQUEUED = Duration.ofSeconds(14);

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "yiwen.handoff.heartbeat",
                HEARTBEAT.toSeconds() + "s",
                "yiwen.handoff.absence",
                "3s",
                "quarkus.websockets-next.server.auto-ping-interval",
                "1s");
    }
}
