package dev.yiwen.quality.report;

import dev.yiwen.quality.metric.PeriodFigure;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Messages;
import jakarta.inject.Singleton;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts what was kept into words; nothing is counted here. */
@Singleton
final class PaperWriter {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Messages messages;

    PaperWriter(Messages messages) {
        this.messages = messages;
    }

    PaperView write(ReportContent content, Locale language) {
        var words = new PaperWords(messages, language);
        var period = content.days();
        var links = new Links(period);
        var overview = new OverviewTable(words, links);
        var topics = new TopicTables(words, links);
        var charts = new Charts(words, links);
        var satisfaction = content.figure("SATISFACTION");
        var contacts = content.figure("CONTACTS");
        var sections = new ArrayList<PaperView.Section>();
        var summary = content.summary();
        if (summary != null
                && summary.state() == ReportSummary.Summary.State.KEPT
                && words.language().equals("zh")) {
            sections.add(section(
                    words.say("summary"),
                    List.of(summary.text(), words.say("summary-by", Map.of("model", summary.model()))),
                    Stream.empty(),
                    Stream.empty()));
        }
        sections.add(section(
                words.say("overview"),
                List.of(words.say("overview-how", Map.of("before", words.name(period.before())))),
                Stream.empty(),
                Stream.concat(overview.index(content.indexes()).stream(), Stream.of(overview.of(all(content))))));
        sections.add(section(
                words.say("satisfaction"),
                satisfied(words, content),
                charts.days(satisfaction).stream(),
                topics.divided(satisfaction, "CHANNEL", "TOPIC", "REGION")));
        sections.add(section(
                words.say("contacts"),
                List.of(),
                charts.days(contacts).stream(),
                Stream.concat(topics.matters(content).stream(), topics.divided(contacts, "CHANNEL", "REGION"))));
        sections.add(section(
                words.say("waiting"),
                List.of(),
                charts.days(content.figure("SERVICE_LEVEL_30")).stream(),
                topics.divided(content.figure("SERVICE_LEVEL_30"), "CHANNEL")));
        var faults = new FaultTables(words, links, content);
        sections.add(found(
                words,
                "process",
                faults.topics(words.say("worse-topics"), "FIRST_CONTACT", "REPEAT_CONTACTS"),
                faults.criteria(words.say("risks"), Set.of("RISK"))));
        sections.add(found(
                words,
                "skills",
                faults.criteria(words.say("compliance"), Set.of("COMPLIANCE")),
                faults.criteria(words.say("experience"), Set.of("EXPERIENCE")),
                faults.topics(words.say("unhappy-topics"), "SATISFACTION")));
        sections.add(found(
                words,
                "system",
                faults.outages(),
                faults.unanswered(),
                faults.topics(words.say("uncovered-topics"), "KNOWLEDGE_COVERAGE")));
        sections.add(found(words, "measures", faults.reviews()));
        sections.add(section(
                words.say("definitions"),
                List.of(words.say("definitions-how")),
                Stream.empty(),
                Stream.of(overview.definitions(all(content)))));
        return new PaperView(
                words.language(),
                words.say(period.kind() == ReportPeriod.Kind.MONTH ? "title-month" : "title-quarter")
                        + words.say("of", Map.of("period", words.name(period))),
                PaperWords.day(period.from()) + " – " + PaperWords.day(period.to()),
                notes(words, content),
                sections.stream().filter(PaperWriter::says).toList());
    }

    private static List<PeriodFigure> all(ReportContent content) {
        return content.figures();
    }

    private static List<String> notes(PaperWords words, ReportContent content) {
        var period = content.days();
        var made = content.madeAt().atZone(HomeZone.named(content.zone()));
        var notes = new ArrayList<String>();
        notes.add(words.say("made", Map.of("at", MINUTE.format(made), "zone", content.zone())));
        if (!made.toLocalDate().isAfter(period.to())) {
            notes.add(words.say("unfinished"));
        }
        if (all(content).stream().anyMatch(PeriodFigure::invented)) {
            notes.add(words.say("invented"));
        }
        var summary = content.summary();
        if (summary != null && summary.state() != ReportSummary.Summary.State.KEPT) {
            notes.add(words.say(
                    "summary-" + summary.state().name().toLowerCase(Locale.ROOT), Map.of("model", summary.model())));
        }
        content.figure("FIRST_CONTACT")
                .map(PeriodFigure::leftOut)
                .filter(it -> it > 0)
                .ifPresent(it -> notes.add(words.say("unripe", Map.of("n", Shown.count(it)))));
        return notes;
    }

    private static List<String> satisfied(PaperWords words, ReportContent content) {
        return Stream.of(
                        content.figure("SATISFACTION").map(it -> {
                            var low = it.all().low();
                            var high = it.all().high();
                            return low == null || high == null
                                    ? words.say("unrated")
                                    : words.say(
                                            "rated",
                                            Map.of(
                                                    "share", Shown.of(it.kind(), it.all()),
                                                    "n", Shown.count(it.all().n()),
                                                    "low", Shown.percent(low),
                                                    "high", Shown.percent(high)));
                        }),
                        content.figure("RATING_RESPONSE")
                                .filter(it -> it.all().n() > 0)
                                .map(it -> words.say(
                                        "response",
                                        Map.of(
                                                "share", Shown.of(it.kind(), it.all()),
                                                "n", Shown.count(it.all().n())))))
                .flatMap(Optional::stream)
                .toList();
    }

    @SafeVarargs
    private static PaperView.Section found(PaperWords words, String what, Optional<PaperView.Table>... tables) {
        var there = Stream.of(tables).flatMap(Optional::stream).toList();
        return section(
                words.say(what),
                List.of(words.say(there.isEmpty() ? what + "-none" : what + "-how")),
                Stream.empty(),
                there.stream());
    }

    private static boolean says(PaperView.Section section) {
        return !section.texts().isEmpty()
                || !section.charts().isEmpty()
                || !section.tables().isEmpty();
    }

    private static PaperView.Section section(
            String title, List<String> texts, Stream<PaperView.Chart> charts, Stream<PaperView.Table> tables) {
        return new PaperView.Section(title, texts, charts.toList(), tables.toList());
    }
}
