package dev.yiwen.ticket.deadline;

import dev.yiwen.ticket.WorkingHours;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/**
 * How soon what must be done for a ticket. The deadlines of a ticket are set when it is opened, and opened again; neither these
 * settings nor the hours of the routing plan move them later.
 */
@ConfigMapping(prefix = "yiwen.ticket")
interface TicketConfig {

    Complaint complaint();

    Fault fault();

    Other other();

    Hours hours();

    /** How much of the time to a deadline is left when a warning is due: of 1 h, 15 min; of 24 h, 6 h. */
    @WithDefault("0.25")
    double warnShare();

    /** Tickets that one customer may have open by their own messages; more are refused. */
    @WithDefault("5")
    int openPerCustomer();

    /** How long after a ticket was resolved its customer may write that it is not, which opens it again. */
    @WithDefault("14d")
    Duration answerableFor();

    interface Complaint {
        @WithDefault("1h")
        Duration respond();

        @WithDefault("24h")
        Duration plan();

        @WithDefault("72h")
        Duration callBack();
    }

    interface Fault {
        @WithDefault("4h")
        Duration restore();

        /** Of a major one. */
        @WithDefault("1h")
        Duration restoreMajor();
    }

    interface Other {
        @WithDefault("24h")
        Duration respond();
    }

    /**
     * In whose hours the time of each kind runs: {@value #ALWAYS}, {@value WorkingHours#EVERYBODY}, or the id of a group of the
     * routing plan. Where the plan has no hours it runs always.
     */
    interface Hours {
        String ALWAYS = "always";

        @WithDefault(WorkingHours.EVERYBODY)
        String complaint();

        /** The network is watched day and night. */
        @WithDefault(ALWAYS)
        String fault();

        @WithDefault(ALWAYS)
        String majorFault();

        @WithDefault(WorkingHours.EVERYBODY)
        String other();
    }
}
