package dev.yiwen.quality.report;

import dev.yiwen.shared.Problem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.regex.Pattern;

/** The month or quarter that a report is of, in whole days. */
record ReportPeriod(Kind kind, LocalDate from) {
    private static final int MONTHS = 3;
    private static final Pattern QUARTER = Pattern.compile("([0-9]{4})-Q([1-4])");

    enum Kind {
        MONTH(1),
        QUARTER(MONTHS);

        private final int months;

        Kind(int months) {
            this.months = months;
        }

        /** The one that a day is in. */
        ReportPeriod of(LocalDate day) {
            return new ReportPeriod(
                    this,
                    this == MONTH
                            ? day.withDayOfMonth(1)
                            : LocalDate.of(day.getYear(), day.getMonth().firstMonthOfQuarter(), 1));
        }
    }

    /** Of {@code 2026-11} or {@code 2026-Q4}; fails with {@code INVALID}. */
    static ReportPeriod of(String name) {
        var quarter = QUARTER.matcher(name);
        if (quarter.matches()) {
            int first = MONTHS * (Integer.parseInt(quarter.group(2)) - 1) + 1;
            return new ReportPeriod(Kind.QUARTER, LocalDate.of(Integer.parseInt(quarter.group(1)), first, 1));
        }
        try {
            return new ReportPeriod(Kind.MONTH, YearMonth.parse(name).atDay(1));
        } catch (DateTimeException e) {
            throw new Problem(Problem.Kind.INVALID, "A month is like 2026-11, a quarter like 2026-Q4.");
        }
    }

    /** Fails with {@code INVALID} unless it has begun. */
    ReportPeriod begun(LocalDate today) {
        if (from.isAfter(today) || from.getYear() < 1) {
            throw new Problem(Problem.Kind.INVALID, "That has not begun yet.");
        }
        return this;
    }

    /** Its last day. */
    LocalDate to() {
        return from.plusMonths(kind.months).minusDays(1);
    }

    ReportPeriod before() {
        return new ReportPeriod(kind, from.minusMonths(kind.months));
    }

    String name() {
        return kind == Kind.MONTH
                ? YearMonth.from(from).toString()
                : "%04d-Q%d".formatted(from.getYear(), from.get(IsoFields.QUARTER_OF_YEAR));
    }
}
