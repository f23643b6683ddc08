package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.PeriodFigure;
import dev.yiwen.quality.report.PaperView.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A figure by channel, topic and region; and what each topic is like. The most frequent first. */
record TopicTables(PaperWords words, Links links) {
    private static final String TOPIC = "TOPIC";
    private static final int MOST = 20;
    private static final List<String> OF_TOPICS =
            List.of("SATISFACTION", "FIRST_CONTACT", "REPEAT_CONTACTS", "KNOWLEDGE_COVERAGE");

    Stream<PaperView.Table> divided(Optional<PeriodFigure> found, String... ways) {
        return found.stream()
                .flatMap(figure -> Stream.of(ways)
                        .filter(by ->
                                !figure.parts().getOrDefault(by, List.of()).isEmpty())
                        .map(by -> divided(figure, by)));
    }

    private PaperView.Table divided(PeriodFigure figure, String by) {
        var counted = figure.kind().equals("COUNT");
        var head = counted ? Stream.of("part", "value") : Stream.of("part", "value", "n", "range");
        return new PaperView.Table(
                words.of(figure).name() + " · " + words.say("by-" + by.toLowerCase(java.util.Locale.ROOT)),
                head.map(words::say).toList(),
                most(figure, by)
                        .map(it -> {
                            var value = Cell.number(
                                    Shown.of(figure.kind(), it.value()), links.figure(figure.metric(), by, it.key()));
                            var name = Cell.text(words.part(by, it));
                            return counted
                                    ? List.of(name, value)
                                    : List.of(
                                            name,
                                            value,
                                            Cell.number(Shown.count(it.value().n())),
                                            range(it));
                        })
                        .toList());
    }

    /** What people came for, and how it went. */
    Optional<PaperView.Table> matters(ReportContent content) {
        var contacts = content.figure("CONTACTS").orElse(null);
        if (contacts == null || contacts.parts().getOrDefault(TOPIC, List.of()).isEmpty()) {
            return Optional.empty();
        }
        var beside = OF_TOPICS.stream()
                .map(content::figure)
                .flatMap(Optional::stream)
                .toList();
        return Optional.of(new PaperView.Table(
                words.say("matters"),
                Stream.concat(
                                Stream.of(words.say("topic"), words.of(contacts).name()),
                                beside.stream().map(it -> words.of(it).name()))
                        .toList(),
                most(contacts, TOPIC)
                        .map(topic -> Stream.concat(
                                        Stream.of(
                                                Cell.text(words.part(TOPIC, topic)),
                                                Cell.number(
                                                        Shown.of(contacts.kind(), topic.value()),
                                                        links.figure(contacts.metric(), TOPIC, topic.key()))),
                                        beside.stream().map(it -> of(it, topic.key())))
                                .toList())
                        .toList()));
    }

    private Cell of(PeriodFigure figure, String topic) {
        return figure.parts().getOrDefault(TOPIC, List.of()).stream()
                .filter(it -> it.key().equals(topic))
                .findFirst()
                .map(it ->
                        Cell.number(Shown.of(figure.kind(), it.value()), links.figure(figure.metric(), TOPIC, topic)))
                .orElse(Cell.number(Shown.NONE));
    }

    private static Stream<PeriodFigure.Slice> most(PeriodFigure figure, String by) {
        return Objects.requireNonNull(figure.parts().get(by)).stream()
                .sorted(Comparator.<PeriodFigure.Slice>comparingLong(
                                it -> it.value().n())
                        .reversed())
                .limit(MOST);
    }

    private static Cell range(PeriodFigure.Slice slice) {
        var low = slice.value().low();
        var high = slice.value().high();
        return Cell.number(low == null || high == null ? Shown.NONE : Shown.percent(low) + "–" + Shown.percent(high));
    }
}
