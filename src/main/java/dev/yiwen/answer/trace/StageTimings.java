package dev.yiwen.answer.trace;

import java.util.LinkedHashMap;
import java.util.Map;

/** How long each stage of one turn took, in milliseconds and in order. The stages follow one another. */
public final class StageTimings {
    private final Map<String, Double> stages = new LinkedHashMap<>();
    private final long start = System.nanoTime();
    private long last = start;

    public void end(String stage) {
        long now = System.nanoTime();
        stages.put(stage, (now - last) / 1e6);
        last = now;
    }

    /** Stages that were timed where they happened, up to now. */
    public void add(Map<String, Double> timed) {
        stages.putAll(timed);
        last = System.nanoTime();
    }

    public Map<String, Double> andTotal() {
        var all = new LinkedHashMap<>(stages);
        all.put("total", (System.nanoTime() - start) / 1e6);
        return all;
    }
}
