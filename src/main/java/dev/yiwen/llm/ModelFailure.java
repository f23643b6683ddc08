package dev.yiwen.llm;

import java.time.Duration;

/** A call that failed. It says nothing of what was sent or received, so that it may be logged. */
final class ModelFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Fault fault;
    private final Duration retryAfter;
    private final boolean worthAnother;

    ModelFailure(Fault fault) {
        this(fault, Duration.ZERO, false);
    }

    /** @param retryAfter what the server asked for */
    ModelFailure(Fault fault, Duration retryAfter) {
        this(fault, retryAfter, false);
    }

    private ModelFailure(Fault fault, Duration retryAfter, boolean worthAnother) {
        super(fault.name(), null, false, false);
        this.fault = fault;
        this.retryAfter = retryAfter;
        this.worthAnother = worthAnother;
    }

    /** The same, knowing how long the customer still waits. */
    ModelFailure with(Duration patience) {
        return new ModelFailure(fault, retryAfter, fault.passes() && retryAfter.compareTo(patience) < 0);
    }

    Fault fault() {
        return fault;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    boolean worthAnother() {
        return worthAnother;
    }
}
