package dev.yiwen.handoff.plan;

import dev.yiwen.shared.HomeZone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Time that runs only while agents are there. Of a period, whole days are working days (from Friday to Monday is one), and the
 * rest is hours of work: 24 h given on Friday at 16:00 end on Monday at 16:00, 1 h given on Friday at 22:00 on Monday an hour
 * after opening.
 */
public record WorkingTime(Hours hours) {
    private static final int LOOKED_AHEAD_DAYS = 60;

    /** By the clock when the hours do not open in the next weeks: a deadline there must be. */
    public Instant after(Instant from, Duration time) {
        return begin(from)
                .flatMap(it -> daysAfter(it, time.toDays()))
                .flatMap(it -> worked(it, time.minusDays(time.toDays())))
                .orElseGet(() -> from.plus(time));
    }

    /** When so much has been worked, however many hours; by the clock as {@link #after} does it. */
    public Instant later(Instant from, Duration work) {
        return worked(from, work).orElseGet(() -> from.plus(work));
    }

    /** When that share of the working time between the two is left; of the time by the clock when nobody works between them. */
    public Instant leaving(double share, Instant from, Instant due) {
        var whole = between(from, due);
        return whole.isZero()
                ? from.plusMillis((long) (Duration.between(from, due).toMillis() * (1 - share)))
                : worked(from, Duration.ofMillis((long) (whole.toMillis() * (1 - share))))
                        .orElse(due);
    }

    private Optional<Instant> begin(Instant moment) {
        return hours.isOpen(moment) ? Optional.of(moment) : hours.opensAfter(moment);
    }

    /** At the same time of day, or when it opens next. */
    private Optional<Instant> daysAfter(Instant begin, long days) {
        var local = begin.atZone(HomeZone.id());
        LocalDate day = local.toLocalDate();
        for (long left = days; left > 0; ) {
            day = day.plusDays(1);
            if (hours.worksOn(day)) {
                left--;
            } else if (day.isAfter(local.toLocalDate().plusDays(LOOKED_AHEAD_DAYS))) {
                return Optional.empty();
            }
        }
        return begin(day.atTime(local.toLocalTime()).atZone(HomeZone.id()).toInstant());
    }

    /** When so much has been worked. */
    private Optional<Instant> worked(Instant from, Duration time) {
        if (time.isZero()) {
            return Optional.of(from);
        }
        var left = time;
        for (var span : hours.openFrom(from)) {
            var begin = later(span.from(), from);
            var length = Duration.between(begin, span.to());
            if (length.compareTo(left) >= 0) {
                return Optional.of(begin.plus(left).toInstant());
            }
            left = length.isNegative() ? left : left.minus(length);
        }
        return Optional.empty();
    }

    /** How much is worked between the two. */
    Duration between(Instant from, Instant to) {
        var end = to.atZone(HomeZone.id());
        return hours.openFrom(from).stream()
                .map(span ->
                        Duration.between(later(span.from(), from), span.to().isBefore(end) ? span.to() : end))
                .filter(Duration::isPositive)
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static ZonedDateTime later(ZonedDateTime begin, Instant from) {
        var moment = from.atZone(HomeZone.id());
        return begin.isAfter(moment) ? begin : moment;
    }
}
