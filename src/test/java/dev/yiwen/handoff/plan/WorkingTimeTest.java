package dev.yiwen.handoff.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.handoff.plan.Hours.Shift;
import dev.yiwen.shared.HomeZone;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 25 September 2026 is a Friday; 1 to 7 October are a holiday. */
class WorkingTimeTest {
    private static final Set<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<LocalDate> HOLIDAY =
            LocalDate.of(2026, 10, 1).datesUntil(LocalDate.of(2026, 10, 8)).toList();
    private static final WorkingTime OFFICE =
            new WorkingTime(new Hours(List.of(new Shift(WORKDAYS, LocalTime.of(9, 0), LocalTime.of(18, 0))), HOLIDAY));

    @ParameterizedTest(name = "{0} + {1} = {2}: {3}")
    @CsvSource({
        "2026-09-23T10:00, PT1H, 2026-09-23T11:00, within a day",
        "2026-09-23T17:00, PT1H, 2026-09-23T18:00, up to the end of a day",
        "2026-09-23T17:30, PT1H, 2026-09-24T09:30, over a night",
        "2026-09-23T22:00, PT1H, 2026-09-24T10:00, begun at night",
        "2026-09-23T03:00, PT1H, 2026-09-23T10:00, begun before the day",
        "2026-09-25T17:30, PT4H, 2026-09-28T12:30, over a weekend",
        "2026-09-26T12:00, PT1H, 2026-09-28T10:00, begun on a weekend",
        "2026-09-30T17:30, PT1H, 2026-10-08T09:30, over a holiday",
        "2026-10-03T12:00, PT1H, 2026-10-08T10:00, begun on a holiday",
        "2026-09-22T16:00, PT24H, 2026-09-23T16:00, a working day",
        "2026-09-25T16:00, PT24H, 2026-09-28T16:00, a working day from Friday",
        "2026-09-25T22:00, PT24H, 2026-09-29T09:00, a working day from Friday night",
        "2026-09-25T16:00, PT72H, 2026-09-30T16:00, three working days",
        "2026-09-29T16:00, PT72H, 2026-10-09T16:00, three working days over a holiday",
        "2026-09-25T17:00, PT26H, 2026-09-29T10:00, a working day and two hours"
    })
    void time_stands_still_while_nobody_works(LocalDateTime from, Duration time, LocalDateTime due, String what) {
        assertThat(OFFICE.after(shanghai(from), time)).isEqualTo(shanghai(due));
    }

    @Test
    void hours_are_those_of_the_companys_zone_also_when_its_clocks_change() {
        HomeZone.learn("Europe/Berlin");
        try {
            var hours = OFFICE.hours();
            assertThat(hours.isOpen(Instant.parse("2026-09-23T07:30:00Z"))).isTrue();
            assertThat(hours.isOpen(Instant.parse("2026-09-23T01:30:00Z"))).isFalse();
            assertThat(hours.opensAfter(Instant.parse("2026-10-23T20:00:00Z")))
                    .as("the Monday after summer time has ended")
                    .contains(Instant.parse("2026-10-26T08:00:00Z"));
            assertThat(OFFICE.after(Instant.parse("2026-10-23T15:00:00Z"), Duration.ofHours(2)))
                    .isEqualTo(Instant.parse("2026-10-26T09:00:00Z"));
        } finally {
            HomeZone.learn(HomeZone.USUAL);
        }
    }

    @ParameterizedTest(name = "of {0} to {1}: {2}")
    @CsvSource({
        "2026-09-23T10:00, 2026-09-23T14:00, 2026-09-23T13:00",
        "2026-09-23T17:30, 2026-09-24T09:30, 2026-09-24T09:15",
        "2026-09-25T16:00, 2026-09-28T16:00, 2026-09-28T13:45",
        "2026-09-30T17:00, 2026-10-08T12:00, 2026-10-08T11:00",
        "2026-10-03T12:00, 2026-10-08T10:00, 2026-10-08T09:45"
    })
    void the_warning_comes_while_people_work_with_a_quarter_of_their_time_left(
            LocalDateTime from, LocalDateTime due, LocalDateTime warning) {
        assertThat(OFFICE.leaving(0.25, shanghai(from), shanghai(due))).isEqualTo(shanghai(warning));
    }

    @Test
    void a_night_shift_belongs_to_the_day_on_which_it_begins() {
        var nights = new WorkingTime(
                new Hours(List.of(new Shift(WORKDAYS, LocalTime.of(20, 0), LocalTime.of(2, 0))), HOLIDAY));

        assertThat(nights.after(at("2026-09-26T01:30"), Duration.ofHours(1))).isEqualTo(at("2026-09-28T20:30"));
        assertThat(nights.after(at("2026-10-01T01:00"), Duration.ofMinutes(30))).isEqualTo(at("2026-10-01T01:30"));
        assertThat(nights.after(at("2026-10-01T01:00"), Duration.ofHours(2))).isEqualTo(at("2026-10-08T21:00"));
    }

    @Test
    void shifts_that_overlap_count_once() {
        var shifts = new WorkingTime(new Hours(
                List.of(
                        new Shift(WORKDAYS, LocalTime.of(9, 0), LocalTime.of(13, 0)),
                        new Shift(WORKDAYS, LocalTime.of(12, 0), LocalTime.of(18, 0))),
                List.of()));

        assertThat(shifts.after(at("2026-09-23T11:30"), Duration.ofHours(2))).isEqualTo(at("2026-09-23T13:30"));
    }

    @Test
    void the_day_is_that_of_shanghai() {
        // In UTC still Friday, in Shanghai a Saturday morning.
        assertThat(OFFICE.after(Instant.parse("2026-09-25T23:30:00Z"), Duration.ofHours(1)))
                .isEqualTo(Instant.parse("2026-09-28T02:00:00Z"));
    }

    @Test
    void a_weekend_day_that_makes_up_for_a_holiday_is_worked_like_a_monday() {
        var saturday = LocalDate.of(2026, 10, 10);
        var office = new WorkingTime(new Hours(
                List.of(
                        new Shift(Set.of(DayOfWeek.MONDAY), LocalTime.of(9, 0), LocalTime.of(18, 0)),
                        new Shift(Set.of(DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0))),
                List.of(),
                List.of(saturday)));

        assertThat(office.after(at("2026-10-09T16:30"), Duration.ofHours(1))).isEqualTo(at("2026-10-10T09:30"));
        assertThat(office.hours().isOpen(at("2026-10-10T17:30"))).isTrue();
        assertThat(office.hours().isOpen(at("2026-10-17T10:00"))).isFalse();
    }

    @Test
    void where_it_never_opens_the_clock_decides() {
        var never = new WorkingTime(new Hours(List.of(), List.of()));
        var from = at("2026-09-25T16:00");

        assertThat(never.after(from, Duration.ofHours(24))).isEqualTo(from.plus(Duration.ofHours(24)));
        assertThat(never.leaving(0.25, from, from.plus(Duration.ofHours(24))))
                .isEqualTo(from.plus(Duration.ofHours(18)));
    }

    private static Instant at(String local) {
        return shanghai(LocalDateTime.parse(local));
    }

    private static Instant shanghai(LocalDateTime local) {
        return local.atZone(HomeZone.id()).toInstant();
    }
}
