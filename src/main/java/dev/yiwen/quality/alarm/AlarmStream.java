package dev.yiwen.quality.alarm;

/**
 * What is counted, of what matter and from where.
 *
 * @param topic empty: of all
 * @param region empty: of all
 */
record AlarmStream(AlarmRule rule, String topic, String region) {
    static AlarmStream of(AlarmRule rule) {
        return new AlarmStream(rule, "", "");
    }

    /** Whether all that counts here counts there too. */
    boolean isWithin(AlarmStream other) {
        return (other.topic.isEmpty() || other.topic.equals(topic))
                && (other.region.isEmpty() || other.region.equals(region));
    }

    /** By how many it is narrowed. */
    int fineness() {
        return (topic.isEmpty() ? 0 : 1) + (region.isEmpty() ? 0 : 1);
    }

    /** {@code COMPLAINTS|billing|广东省}. */
    String word() {
        return rule + "|" + topic + "|" + region;
    }
}
