package dev.yiwen.handoff.plan;

import dev.yiwen.ticket.WorkingHours;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The hours of the routing plan, for the deadlines of tickets. */
@Singleton
final class PlannedHours implements WorkingHours {
    private final Plans plans;

    PlannedHours(Plans plans) {
        this.plans = plans;
    }

    @Override
    public boolean isAlways(String group) {
        return of(group).isEmpty();
    }

    @Override
    public Reckoned reckon(String group, Instant from, Duration time, double warnShare) {
        var hours = of(group).orElseGet(PlannedHours::always);
        var due = hours.after(from, time);
        return new Reckoned(hours.leaving(warnShare, from, due), due);
    }

    @Override
    public Instant later(String group, Instant moment, Instant from, Instant to) {
        var hours = of(group).orElseGet(PlannedHours::always);
        return hours.later(moment, hours.between(from, to));
    }

    /** What never opens is reckoned by the clock, as what never closes. */
    private static WorkingTime always() {
        return new WorkingTime(new Hours(List.of(), List.of()));
    }

    /** A group that is not in the plan any more has everybody's. */
    private Optional<WorkingTime> of(String group) {
        return Optional.ofNullable(plans.current().plan().hoursOf(group)).map(WorkingTime::new);
    }
}
