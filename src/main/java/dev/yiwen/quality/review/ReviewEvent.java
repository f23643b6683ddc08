package dev.yiwen.quality.review;

/** What is done with a task. */
enum ReviewEvent {
    OPENED,
    ANALYSED,
    MEASURE_ADDED,
    MEASURE_CHANGED,
    MEASURE_DONE,
    MEASURE_REMOVED,
    JUDGED,
    MOVED
}
