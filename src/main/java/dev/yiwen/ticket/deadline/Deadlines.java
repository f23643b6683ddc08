package dev.yiwen.ticket.deadline;

import dev.yiwen.ticket.Ticket.Due;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.TicketStep;
import dev.yiwen.ticket.WorkingHours;
import dev.yiwen.ticket.WorkingHours.Reckoned;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deadlines of each kind, and what may be promised from them. */
@Singleton
public final class Deadlines {
    private final TicketConfig config;
    private final WorkingHours hours;

    Deadlines(TicketConfig config, WorkingHours hours) {
        this.config = config;
        this.hours = hours;
    }

    /** From the opening on, the earliest first. */
    public Map<TicketStep, Duration> of(TicketKind kind) {
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

    /** Of a ticket that is opened at that moment. */
    public List<Due> from(Instant opened, TicketKind kind) {
        var group = hoursOf(kind);
        return of(kind).entrySet().stream()
                .map(it -> due(opened, it.getKey(), it.getValue(), group))
                .toList();
    }

    /** While a ticket of that kind waited for its customer. */
    public record Pause(TicketKind kind, Instant from, Instant to) {}

    /** A moment of a deadline, moved by as much of its time as the pause took. */
    public Instant after(Pause pause, Instant moment, boolean working) {
        return working
                ? hoursOf(pause.kind())
                        .map(it -> hours.later(it, moment, pause.from(), pause.to()))
                        .orElse(moment)
                : moment.plus(Duration.between(pause.from(), pause.to()));
    }

    /** Whether the time of that kind stands still when nobody works. */
    public boolean inWorkingHours(TicketKind kind) {
        return hoursOf(kind).isPresent();
    }

    private Due due(Instant opened, TicketStep step, Duration time, Optional<String> group) {
        var reckoned = group.map(it -> hours.reckon(it, opened, time, config.warnShare()))
                .orElseGet(() -> byTheClock(opened, time));
        return new Due(step, reckoned.warnAt(), reckoned.dueAt(), null, group.isPresent());
    }

    private Reckoned byTheClock(Instant opened, Duration time) {
        var untilWarned = (long) (time.toMillis() * (1 - config.warnShare()));
        return new Reckoned(opened.plusMillis(untilWarned), opened.plus(time));
    }

    /** Empty: always. */
    private Optional<String> hoursOf(TicketKind kind) {
        var group = switch (kind) {
            case COMPLAINT -> config.hours().complaint();
            case FAULT -> config.hours().fault();
            case MAJOR_FAULT -> config.hours().majorFault();
            case OTHER -> config.hours().other();
        };
        return Optional.of(group).filter(it -> !it.equals(TicketConfig.Hours.ALWAYS) && !hours.isAlways(it));
    }

    /** One that was resolved long ago is history: what is wrong now is another. */
    public boolean isAnswerable(@Nullable Instant resolvedAt) {
        return resolvedAt == null || resolvedAt.isAfter(Instant.now().minus(config.answerableFor()));
    }

    public int openPerCustomer() {
        return config.openPerCustomer();
    }
}
