package dev.yiwen.quality.metric;

/** How much each side of service counts in the index, in percent; together 100. */
public record Weights(int efficiency, int attitude, int process) {
    static final int WHOLE = 100;

    boolean whole() {
        return efficiency >= 0 && attitude >= 0 && process >= 0 && efficiency + attitude + process == WHOLE;
    }
}
