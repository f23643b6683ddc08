package dev.yiwen.facts.rest;

import dev.yiwen.facts.FactReading;

/** A system did not answer as it should. */
final class FactFailure extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final FactReading.Why why;

    FactFailure(FactReading.Why why) {
        super(why.name(), null, false, false);
        this.why = why;
    }

    FactReading.Why why() {
        return why;
    }
}
