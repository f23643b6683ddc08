package dev.yiwen.command.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the service stood an attack: what was tried, what did not hold, and what was measured. */
final class ProbeResult {
    private static final int MOST_SHOWN = 20;

    private final List<String> deviations = new ArrayList<>();
    private final Map<String, Object> figures = new LinkedHashMap<>();
    private int tried;

    /** Counts one try; {@code deviation} is what is wrong when it did not hold. */
    synchronized void expect(boolean held, String deviation) {
        tried++;
        if (!held) {
            deviations.add(deviation);
        }
    }

    synchronized void figure(String name, Object value) {
        figures.put(name, value);
    }

    synchronized boolean held() {
        return deviations.isEmpty();
    }

    /** As it is printed last, in JSON. */
    synchronized Summary summary(String name, double seconds) {
        return new Summary(
                name,
                tried,
                deviations.size(),
                deviations.stream().limit(MOST_SHOWN).toList(),
                Map.copyOf(figures),
                seconds);
    }

    /** @param deviations all of them; {@code examples} are the first */
    record Summary(
            String attack,
            int tried,
            int deviations,
            List<String> examples,
            Map<String, Object> figures,
            double seconds) {}
}
