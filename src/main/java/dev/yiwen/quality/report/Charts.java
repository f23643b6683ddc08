package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.PeriodFigure;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A column for each day of the time, with gaps where there is nothing. */
record Charts(PaperWords words, Links links) {
    private static final String DAY = "DAY";
    private static final double PERCENT = 100;
    /** Of its place. */
    private static final double BROAD = 0.8;

    private static final int HALF_MONTH = 15;
    private static final int LATE = 30;

    Optional<PaperView.Chart> days(Optional<PeriodFigure> found) {
        return found.filter(it -> !it.parts().getOrDefault(DAY, List.of()).isEmpty())
                .map(this::days);
    }

    private PaperView.Chart days(PeriodFigure figure) {
        var known = figure.parts().getOrDefault(DAY, List.of()).stream()
                .collect(Collectors.toMap(PeriodFigure.Slice::key, Function.identity()));
        var target = figure.target();
        double top = figure.kind().equals("SHARE")
                ? 1
                : known.values().stream()
                        .mapToDouble(it -> number(it.value().value()))
                        .max()
                        .orElse(1);
        var period = links.period();
        var days = period.from().datesUntil(period.to().plusDays(1)).toList();
        double width = PERCENT / days.size();
        var columns = new ArrayList<PaperView.Column>();
        for (var day : days) {
            var slice = known.get(day.toString());
            var value = slice == null ? null : slice.value().value();
            columns.add(new PaperView.Column(
                    day.toString(),
                    label(day),
                    value,
                    value == null || top == 0 ? 0 : (int) Math.round(PERCENT * value / top),
                    round(width * columns.size()),
                    round(width * BROAD),
                    Shown.of(figure.kind(), value),
                    links.figure(figure.metric(), DAY, day.toString())));
        }
        return new PaperView.Chart(
                words.of(figure).name(),
                figure.kind(),
                target == null ? null : target / PERCENT,
                target == null ? null : (int) Math.round(target),
                words.say("top", Map.of("value", Shown.of(figure.kind(), (Double) top)))
                        + (target == null
                                ? ""
                                : words.say("top-target", Map.of("value", Shown.percent(target / PERCENT)))),
                columns);
    }

    /** A quarter's days have no room for all. */
    private String label(LocalDate day) {
        if (links.period().kind() == ReportPeriod.Kind.MONTH) {
            return Integer.toString(day.getDayOfMonth());
        }
        return day.getDayOfMonth() % HALF_MONTH == 1 && day.getDayOfMonth() < LATE
                ? day.getMonthValue() + "/" + day.getDayOfMonth()
                : "";
    }

    private static double round(double percent) {
        return Math.round(percent * PERCENT) / PERCENT;
    }

    private static double number(@Nullable Double value) {
        return value == null ? 0 : value;
    }
}
