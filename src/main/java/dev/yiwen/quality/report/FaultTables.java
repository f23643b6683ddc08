package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.PeriodFigure;
import dev.yiwen.quality.metric.Value;
import dev.yiwen.quality.report.PaperView.Cell;
import dev.yiwen.quality.score.CriterionShare;
import dev.yiwen.shared.HomeZone;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where it went wrong: in the process, in what people can do, in the system. */
record FaultTables(PaperWords words, Links links, ReportContent content) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final String TOPIC = "TOPIC";

    /** Topics that are worse than the whole by more than chance: their intervals of 95 % do not meet. */
    Optional<PaperView.Table> topics(String title, String... metrics) {
        var rows = new ArrayList<List<Cell>>();
        for (var metric : metrics) {
            content.figure(metric)
                    .ifPresent(figure -> figure.parts().getOrDefault(TOPIC, List.of()).stream()
                            .filter(it -> worse(figure, it.value()))
                            .forEach(it -> rows.add(List.of(
                                    Cell.text(words.part(TOPIC, it)),
                                    Cell.text(words.of(figure).name()),
                                    Cell.number(
                                            Shown.of(figure.kind(), it.value()),
                                            links.figure(figure.metric(), TOPIC, it.key())),
                                    Cell.number(Shown.of(figure.kind(), figure.all())),
                                    Cell.number(Shown.count(it.value().n()))))));
        }
        return table(title, Stream.of("topic", "figure", "value", "whole", "n"), rows);
    }

    Optional<PaperView.Table> criteria(String title, Set<String> scores) {
        var rows = content.criteria().stream()
                .filter(it -> scores.contains(it.score()) && it.broken() > 0)
                .map(this::criterion)
                .toList();
        return table(title, Stream.of("criterion", "broken", "judged", "share", "before", "appeals"), rows);
    }

    Optional<PaperView.Table> unanswered() {
        var rows = content.unanswered().stream()
                .map(it -> List.of(
                        Cell.text(words.say("gap-" + lower(it.state()))),
                        Cell.number(Shown.count(it.gaps()), "/gaps"),
                        Cell.number(Shown.count(it.questions()))))
                .toList();
        return table(words.say("gaps"), Stream.of("state", "gaps-n", "questions"), rows);
    }

    Optional<PaperView.Table> outages() {
        var zone = HomeZone.named(content.zone());
        var rows = content.outages().stream()
                .map(it -> {
                    var over = it.recoveredAt();
                    return List.of(
                            Cell.text(it.cause()),
                            Cell.number(Integer.toString(it.level())),
                            Cell.number(MINUTE.format(it.declaredAt().atZone(zone))),
                            Cell.number(
                                    over == null
                                            ? words.say("lasting")
                                            : Shown.of("MEAN_MS", (double) Duration.between(it.declaredAt(), over)
                                                    .toMillis())),
                            Cell.number(Shown.count(it.told()), "/incidents"));
                })
                .toList();
        return table(words.say("outages"), Stream.of("cause", "level", "declared", "duration", "told"), rows);
    }

    /** Reviews that ended in this time: the same share in as many days before the measures as after them. */
    Optional<PaperView.Table> reviews() {
        var rows = content.reviews().stream()
                .map(it -> List.of(
                        Cell.text(what(it)),
                        Cell.text(it.cause() == null ? Shown.NONE : words.say("cause-" + lower(it.cause()))),
                        Cell.number(Shown.count(it.measures())),
                        Cell.number(part(it.before())),
                        Cell.number(part(it.after())),
                        Cell.text(it.verdict() == null ? Shown.NONE : words.say("verdict-" + lower(it.verdict())))))
                .toList();
        return table(
                words.say("reviews"),
                Stream.of("review", "cause-kind", "measures-n", "measures-before", "measures-after", "verdict"),
                rows);
    }

    private String what(Trouble.Review it) {
        var share = it.share();
        return Stream.of(
                        it.title(),
                        it.title().isEmpty() && share != null ? words.say("share-" + lower(share)) : "",
                        it.title().isEmpty() ? it.topic() : "",
                        it.title().isEmpty() ? it.region() : "")
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String part(Trouble.@Nullable Part part) {
        return part == null
                ? Shown.NONE
                : words.say("of-n", Map.of("share", share(part.hits(), part.n()), "n", Shown.count(part.n())));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private List<Cell> criterion(CriterionShare it) {
        var period = links.period();
        var name = words.language().equals("en") ? it.english() : it.name();
        return List.of(
                Cell.text(name),
                Cell.number(
                        Shown.count(it.broken()),
                        "/scores?criterion=" + it.key() + "&from=" + period.from() + "&to=" + period.to()),
                Cell.number(Shown.count(it.n())),
                Cell.number(share(it.broken(), it.n())),
                Cell.number(share(it.brokenBefore(), it.before())),
                Cell.number(
                        it.appealed() == 0
                                ? Shown.NONE
                                : words.say(
                                        "overturned",
                                        Map.of(
                                                "n", Shown.count(it.appealed()),
                                                "overturned", Shown.count(it.overturned())))));
    }

    private Optional<PaperView.Table> table(String title, Stream<String> head, List<List<Cell>> rows) {
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new PaperView.Table(title, head.map(words::say).toList(), rows));
    }

    private static String share(long some, long all) {
        return all == 0 ? Shown.NONE : Shown.percent((double) some / all);
    }

    private static boolean worse(PeriodFigure figure, Value part) {
        return figure.lowIsGood()
                ? above(part.low(), figure.all().high())
                : above(figure.all().low(), part.high());
    }

    private static boolean above(@Nullable Double low, @Nullable Double high) {
        return low != null && high != null && low > high;
    }
}
