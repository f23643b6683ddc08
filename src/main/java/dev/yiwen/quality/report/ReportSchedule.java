package dev.yiwen.quality.report;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which reports are made by themselves, on the first working day after their time, and who gets them.
 *
 * @param language of the e-mail and the PDF: {@code zh} or {@code en}
 */
record ReportSchedule(
        boolean month,
        boolean quarter,

        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 200) @Email String> recipients,

        @NotNull @Pattern(regexp = "zh|en") String language) {
    /** Until somebody has chosen. */
    static final ReportSchedule NONE = new ReportSchedule(false, false, List.of(), "zh");

    ReportSchedule {
        recipients = recipients == null
                ? List.of()
                : recipients.stream().map(String::strip).distinct().toList();
    }

    /** What is to be there on that day: of the month and the quarter before, from the first day on that is neither Saturday nor Sunday. */
    List<ReportPeriod> due(LocalDate today) {
        return Stream.of(ReportPeriod.Kind.values())
                .filter(it -> it == ReportPeriod.Kind.MONTH ? month : quarter)
                .map(it -> it.of(today))
                .filter(it -> !today.isBefore(workingDay(it.from())))
                .map(ReportPeriod::before)
                .toList();
    }

    private static LocalDate workingDay(LocalDate first) {
        var day = first;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day;
    }
}
