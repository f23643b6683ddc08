package dev.yiwen.handoff.plan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When agents serve customers, in China's time.
 *
 * @param closed days on which they do not, whatever day of the week
 */
public record Hours(List<Shift> week, List<LocalDate> closed) {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int LOOKED_AHEAD_DAYS = 60;

    public Hours {
        week = List.copyOf(week);
        closed = List.copyOf(closed);
    }

    /** @param to the first moment after it; at or before {@code from} it is on the next day */
    public record Shift(Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        public Shift {
            days = Set.copyOf(days);
        }

        private Span on(LocalDate day) {
            var begin = day.atTime(from).atZone(ZONE);
            var end = day.atTime(to).atZone(ZONE);
            return new Span(begin, end.isAfter(begin) ? end : end.plusDays(1));
        }
    }

    private record Span(ZonedDateTime from, ZonedDateTime to) {
        boolean holds(ZonedDateTime moment) {
            return !moment.isBefore(from) && moment.isBefore(to);
        }
    }

    public boolean isOpen(Instant moment) {
        var now = moment.atZone(ZONE);
        return spans(now.toLocalDate().minusDays(1), 2).anyMatch(it -> it.holds(now));
    }

    /** The next time that it opens; empty when that is never, or not within two months. */
    public Optional<Instant> opensAfter(Instant moment) {
        var now = moment.atZone(ZONE);
        return spans(now.toLocalDate(), LOOKED_AHEAD_DAYS)
                .map(Span::from)
                .filter(it -> it.isAfter(now))
                .min(Comparator.naturalOrder())
                .map(ZonedDateTime::toInstant);
    }

    private Stream<Span> spans(LocalDate first, int days) {
        return IntStream.range(0, days)
                .mapToObj(first::plusDays)
                .filter(day -> !closed.contains(day))
                .flatMap(day -> week.stream()
                        .filter(it -> it.days().contains(day.getDayOfWeek()))
                        .map(it -> it.on(day)));
    }
}
