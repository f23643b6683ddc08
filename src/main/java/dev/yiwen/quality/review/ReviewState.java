package dev.yiwen.quality.review;

/** How far a task has come: one step at a time, or back by one. */
enum ReviewState {
    OPEN,
    ANALYSED,
    ACTING,
    CHECKING,
    CLOSED,
    /** From any but {@link #CLOSED}, with a reason. */
    CANCELLED;

    boolean ended() {
        return this == CLOSED || this == CANCELLED;
    }

    boolean leadsTo(ReviewState next) {
        return switch (next) {
            case OPEN -> this == ANALYSED || this == CANCELLED;
            case ANALYSED -> this == OPEN || this == ACTING;
            case ACTING -> this == ANALYSED || this == CHECKING;
            case CHECKING -> this == ACTING || this == CLOSED;
            case CLOSED -> this == CHECKING;
            case CANCELLED -> !ended();
        };
    }
}
