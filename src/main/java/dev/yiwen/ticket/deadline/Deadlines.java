package dev.yiwen.ticket.deadline;

import dev.yiwen.ticket.Ticket.Due;
import dev.yiwen.ticket.TicketKind;
import dev.yiwen.ticket.WorkingHours;
import dev.yiwen.ticket.WorkingHours.Reckoned;
import dev.yiwen.ticket.kind.KindDefinition;
import dev.yiwen.ticket.kind.TicketKinds;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The deadlines of each kind, and what may be promised from them. */
@Singleton
public final class Deadlines {
    private final TicketConfig config;
    private final WorkingHours hours;
    private final TicketKinds kinds;

    Deadlines(TicketConfig config, WorkingHours hours, TicketKinds kinds) {
        this.config = config;
        this.hours = hours;
        this.kinds = kinds;
    }

    /** Of a ticket of that kind as it was in that version, opened at that moment. */
    public List<Due> from(Instant opened, TicketKind kind, int kindsVersion) {
        var definition = kinds.of(kind, kindsVersion);
        var group = hoursOf(definition);
        return definition.steps().stream().map(it -> due(opened, it, group)).toList();
    }

    /** While a ticket of that kind waited for its customer. */
    public record Pause(TicketKind kind, int kindsVersion, Instant from, Instant to) {}

    /** A moment of a deadline, moved by as much of its time as the pause took. */
    public Instant after(Pause pause, Instant moment, boolean working) {
        return working
                ? hoursOf(kinds.of(pause.kind(), pause.kindsVersion()))
                        .map(it -> hours.later(it, moment, pause.from(), pause.to()))
                        .orElse(moment)
                : moment.plus(Duration.between(pause.from(), pause.to()));
    }

    /** Whether the time of that kind stands still when nobody works. */
    public boolean inWorkingHours(KindDefinition kind) {
        return hoursOf(kind).isPresent();
    }

    private Due due(Instant opened, KindDefinition.Step step, Optional<String> group) {
        var time = Duration.ofMinutes(step.minutes());
        var reckoned = group.map(it -> hours.reckon(it, opened, time, config.warnShare()))
                .orElseGet(() -> byTheClock(opened, time));
        return new Due(step.id(), step.label(), reckoned.warnAt(), reckoned.dueAt(), null, group.isPresent());
    }

    private Reckoned byTheClock(Instant opened, Duration time) {
        var untilWarned = (long) (time.toMillis() * (1 - config.warnShare()));
        return new Reckoned(opened.plusMillis(untilWarned), opened.plus(time));
    }

    /** Empty: always. */
    private Optional<String> hoursOf(KindDefinition kind) {
        return Optional.of(kind.hours()).filter(it -> !it.equals(KindDefinition.ALWAYS) && !hours.isAlways(it));
    }

    /** One that was resolved long ago is history: what is wrong now is another. */
    public boolean isAnswerable(@Nullable Instant resolvedAt) {
        return resolvedAt == null || resolvedAt.isAfter(Instant.now().minus(config.answerableFor()));
    }

    public int openPerCustomer() {
        return config.openPerCustomer();
    }
}
