package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.PeriodFigure;
import dev.yiwen.quality.metric.ServiceIndex;
import dev.yiwen.quality.metric.Value;
import dev.yiwen.quality.report.PaperView.Cell;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All figures: these days, the days before, the target; and what each of them means. */
record OverviewTable(PaperWords words, Links links) {
    private static final double PERCENT = 100;

    PaperView.Table of(List<PeriodFigure> figures) {
        return new PaperView.Table(
                words.say("figures"),
                Stream.of("figure", "value", "n", "before", "change", "target")
                        .map(words::say)
                        .toList(),
                figures.stream().map(this::line).toList());
    }

    /**
     * Efficiency, attitude and process in one number.
     *
     * @param indexes of these days and of those before; empty of older reports
     */
    Optional<PaperView.Table> index(List<ServiceIndex> indexes) {
        return indexes.size() < 2 || indexes.getFirst().index() == null
                ? Optional.empty()
                : Optional.of(new PaperView.Table(
                        words.say("index"),
                        Stream.of("side", "value", "before", "weight")
                                .map(words::say)
                                .toList(),
                        Stream.concat(
                                        Stream.of(List.of(
                                                Cell.text(words.say("index")),
                                                points(indexes.getFirst().index()),
                                                points(indexes.getLast().index()),
                                                Cell.number(Shown.NONE))),
                                        indexes.getFirst().sides().stream().map(it -> side(it, indexes.getLast())))
                                .toList()));
    }

    private List<Cell> side(ServiceIndex.Side side, ServiceIndex before) {
        var earlier = before.sides().stream()
                .filter(it -> it.name().equals(side.name()))
                .map(ServiceIndex.Side::value)
                .toList();
        return List.of(
                Cell.text(words.say("index-" + side.name())),
                Cell.number(Shown.of("SHARE", side.value())),
                Cell.number(earlier.isEmpty() ? Shown.NONE : Shown.of("SHARE", earlier.getFirst())),
                Cell.number(side.weight() + "%"));
    }

    private static Cell points(@Nullable Double index) {
        return Cell.number(index == null ? Shown.NONE : Shown.decimal(index));
    }

    PaperView.Table definitions(List<PeriodFigure> figures) {
        return new PaperView.Table(
                words.say("definitions"),
                Stream.of("figure", "version", "formula", "left-out")
                        .map(words::say)
                        .toList(),
                figures.stream()
                        .map(it -> List.of(
                                Cell.text(words.of(it).name()),
                                Cell.number(Integer.toString(it.version())),
                                Cell.text(words.of(it).formula()),
                                Cell.text(words.of(it).leftOut())))
                        .toList());
    }

    private List<Cell> line(PeriodFigure figure) {
        return List.of(
                Cell.text(words.of(figure).name()),
                Cell.number(Shown.of(figure.kind(), figure.all()), links.figure(figure.metric(), "DAY")),
                Cell.number(Shown.count(figure.all().n())),
                Cell.number(
                        Shown.of(figure.kind(), figure.before()),
                        new Links(links.period().before()).figure(figure.metric(), "DAY")),
                change(figure),
                target(figure));
    }

    /** Of shares whether they differ by more than chance: their intervals of 95 % do not meet. */
    private Cell change(PeriodFigure figure) {
        var now = figure.all().value();
        var before = figure.before().value();
        if (now == null || before == null) {
            return Cell.number(Shown.NONE);
        }
        if (figure.kind().equals("SHARE")) {
            var points = words.say("points", Map.of("n", Shown.signed(PERCENT * (now - before))));
            if (!apart(figure.all(), figure.before())) {
                return Cell.number(words.say("chance", Map.of("change", points)));
            }
            var better = now > before != figure.lowIsGood();
            return new Cell(
                    words.say(better ? "better" : "worse", Map.of("change", points)), null, better ? "good" : "bad");
        }
        return Cell.number(before == 0 ? Shown.NONE : Shown.signed(PERCENT * (now - before) / before) + "%");
    }

    private static boolean apart(Value one, Value other) {
        return above(one.low(), other.high()) || above(other.low(), one.high());
    }

    private static boolean above(@Nullable Double low, @Nullable Double high) {
        return low != null && high != null && low > high;
    }

    private Cell target(PeriodFigure figure) {
        var target = figure.target();
        if (target == null) {
            return Cell.number(Shown.NONE);
        }
        var share = figure.kind().equals("SHARE");
        var wanted = share ? target / PERCENT : target;
        var text = (figure.lowIsGood() ? "≤ " : "≥ ") + Shown.of(figure.kind(), (Double) wanted);
        var value = figure.all().value();
        if (value == null) {
            return Cell.number(text);
        }
        var met = figure.lowIsGood() ? value <= wanted : value >= wanted;
        return new Cell(words.say(met ? "met" : "missed", Map.of("target", text)), null, met ? "good" : "bad");
    }
}
