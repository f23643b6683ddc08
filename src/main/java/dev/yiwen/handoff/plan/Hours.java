package dev.yiwen.handoff.plan;

import dev.yiwen.shared.HomeZone;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When agents serve customers, in the company's time zone.
 *
 * @param closed days on which they do not, whatever day of the week
 * @param workdays weekend days that are worked like a Monday, to make up for a holiday (调休)
 */
public record Hours(List<Shift> week, List<LocalDate> closed, List<LocalDate> workdays) {
    private static final int LOOKED_AHEAD_DAYS = 60;

    public Hours {
        week = List.copyOf(week);
        closed = List.copyOf(closed);
        // Of a plan that was written before there were such days.
        workdays = workdays == null ? List.of() : List.copyOf(workdays);
    }

    public Hours(List<Shift> week, List<LocalDate> closed) {
        this(week, closed, List.of());
    }

    /** @param to the first moment after it; at or before {@code from} it is on the next day */
    public record Shift(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Shift {
            days = Set.copyOf(days);
        }

        private Span on(LocalDate day) {
            var begin = day.atTime(from).atZone(HomeZone.id());
            var end = day.atTime(to).atZone(HomeZone.id());
            return new Span(begin, end.isAfter(begin) ? end : end.plusDays(1));
        }
    }

    record Span(ZonedDateTime from, ZonedDateTime to) {
        private boolean holds(ZonedDateTime moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    public boolean isOpen(Instant moment) {
        var now = moment.atZone(HomeZone.id());
        return spans(now.toLocalDate().minusDays(1), 2).anyMatch(it -> it.holds(now));
    }

    /** The next time that it opens; empty when that is never, or not within two months. */
    public Optional<Instant> opensAfter(Instant moment) {
        var now = moment.atZone(HomeZone.id());
        return spans(now.toLocalDate(), LOOKED_AHEAD_DAYS)
                .map(Span::from)
                .filter(it -> it.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(ZonedDateTime::toInstant);
    }

    /** When those hours end that hold the moment; empty outside, and when they go on for more than a day. */
    public Optional<Instant> closesAfter(Instant moment) {
        var now = moment.atZone(HomeZone.id());
        return openFrom(moment).stream()
                .filter(it -> it.holds(now))
                .map(Span::to)
                .filter(to -> to.isBefore(now.plusDays(1)))
                .findFirst()
                .map(ZonedDateTime::toInstant);
    }

    /** Whether a shift begins on that day. */
    boolean worksOn(LocalDate day) {
        return spans(day, 1).findAny().isPresent();
    }

    /** From the day before that moment on, in order, and none within another. */
    List<Span> openFrom(Instant moment) {
        var merged = new ArrayList<Span>();
        spans(moment.atZone(HomeZone.id()).toLocalDate().minusDays(1), LOOKED_AHEAD_DAYS)
                .sorted(Comparator.comparing(Span::from))
                .forEach(next -> {
                    var last = merged.isEmpty() ? null : merged.getLast();
                    if (last == null || next.from().isAfter(last.to())) {
                        merged.add(next);
                    } else if (next.to().isAfter(last.to())) {
                        merged.set(merged.size() - 1, new Span(last.from(), next.to()));
                    }
                });
        return merged;
    }

    private Stream<Span> spans(LocalDate first, int days) {
        return IntStream.range(0, days)
                .mapToObj(first::plusDays)
                .filter(day -> !closed.contains(day))
                .flatMap(day -> week.stream()
                        .filter(it -> it.days().contains(workedLike(day)))
                        .map(it -> it.on(day)));
    }

    private DayOfWeek workedLike(LocalDate day) {
        return workdays.contains(day) ? DayOfWeek.MONDAY : day.getDayOfWeek();
    }
}
