package dev.yiwen.ticket;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** The deadlines of each kind, and what may be promised from them. */
@Singleton
final class Deadlines {
    private final TicketConfig config;

    Deadlines(TicketConfig config) {
        this.config = config;
    }

    /** From the opening on, the earliest first. */
    Map<TicketStep, Duration> of(TicketKind kind) {
        var steps = new LinkedHashMap<TicketStep, Duration>();
        switch (kind) {
            case COMPLAINT -> {
                steps.put(TicketStep.RESPOND, config.complaint().respond());
                steps.put(TicketStep.PLAN, config.complaint().plan());
                steps.put(TicketStep.CALL_BACK, config.complaint().callBack());
            }
            case FAULT -> steps.put(TicketStep.RESTORE, config.fault().restore());
            case MAJOR_FAULT -> steps.put(TicketStep.RESTORE, config.fault().restoreMajor());
            case OTHER -> steps.put(TicketStep.RESPOND, config.other().respond());
        }
        return steps;
    }

    double warnShare() {
        return config.warnShare();
    }

    int openPerCustomer() {
        return config.openPerCustomer();
    }
}
