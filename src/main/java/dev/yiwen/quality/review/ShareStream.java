package dev.yiwen.quality.review;

/**
 * A share of what matter and from where.
 *
 * @param topic empty: of all
 * @param region empty: of all
 */
public record ShareStream(Share share, String topic, String region) {
    /** Whether whatever counts here counts there too. */
    boolean within(ShareStream other) {
        return share == other.share
                && (other.topic.isEmpty() || other.topic.equals(topic))
                && (other.region.isEmpty() || other.region.equals(region));
    }

    /** Whether nothing counts both here and there. */
    boolean apart(ShareStream other) {
        return share != other.share || differ(topic, other.topic) || differ(region, other.region);
    }

    /** By how many it is narrowed. */
    int fineness() {
        return (topic.isEmpty() ? 0 : 1) + (region.isEmpty() ? 0 : 1);
    }

    private static boolean differ(String one, String other) {
        return !one.isEmpty() && !other.isEmpty() && !one.equals(other);
    }
}
