package dev.yiwen.channel.voice.audio;

import dev.yiwen.channel.voice.audio.CallWords.Side;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Whose words nobody hears for the moment. An agent is told once when it begins, whichever sides it hits, and once when all are heard again. */
@Singleton
final class Outages {
    private static final Logger LOG = Logger.getLogger(Outages.class);

    private final CallWords calls;
    private final Map<String, Set<Side>> lost = new ConcurrentHashMap<>();

    Outages(CallWords calls) {
        this.calls = calls;
    }

    void lost(String callId, Side side) {
        boolean[] first = {false};
        lost.compute(callId, (id, sides) -> {
            Set<Side> now = sides == null ? EnumSet.noneOf(Side.class) : sides;
            first[0] = now.isEmpty();
            now.add(side);
            return now;
        });
        if (first[0]) {
            tell(callId, false);
        }
    }

    void back(String callId, Side side) {
        if (remove(callId, side)) {
            tell(callId, true);
        }
    }

    /** Its audio has ended: nobody need hear it. */
    void ended(String callId, Side side) {
        remove(callId, side);
    }

    private void tell(String callId, boolean works) {
        calls.recognition(callId, works)
                .subscribe()
                .with(done -> {}, e -> LOG.warn("An agent could not be told of the recogniser", e));
    }

    /** Whether it was the last. */
    private boolean remove(String callId, Side side) {
        boolean[] last = {false};
        lost.computeIfPresent(callId, (id, sides) -> {
            last[0] = sides.remove(side) && sides.isEmpty();
            return sides.isEmpty() ? null : sides;
        });
        return last[0];
    }
}
