package dev.yiwen.quality.metric;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;

/** What reports take from the registry: all figures of some days, beside those of the days before. */
@Singleton
public class PeriodFigures {
    private static final Map<Metric, List<By>> DIVIDED = Map.of(
            Metric.CONTACTS, List.of(By.DAY, By.CHANNEL, By.TOPIC, By.REGION),
            Metric.SATISFACTION, List.of(By.DAY, By.CHANNEL, By.TOPIC, By.REGION),
            Metric.FIRST_CONTACT, List.of(By.TOPIC),
            Metric.REPEAT_CONTACTS, List.of(By.TOPIC),
            Metric.KNOWLEDGE_COVERAGE, List.of(By.TOPIC),
            Metric.SERVICE_LEVEL_30, List.of(By.DAY, By.CHANNEL));
    private static final Map<String, Locale> LANGUAGES = Map.of("zh", Locale.CHINESE, "en", Locale.ENGLISH);
    private static final int WHOLE = 100;

    private final Figures figures;
    private final FigureSheet sheet;

    PeriodFigures(Figures figures, FigureSheet sheet) {
        this.figures = figures;
        this.sheet = sheet;
    }

    /** @param progress is told how many percent are read */
    public Uni<List<PeriodFigure>> of(
            LocalDate from, LocalDate to, LocalDate fromBefore, LocalDate toBefore, IntConsumer progress) {
        var now = new Asked(from, to, Map.of());
        var before = new Asked(fromBefore, toBefore, Map.of());
        return Multi.createFrom()
                .items(Metric.values())
                .onItem()
                .transformToUniAndConcatenate(it -> figure(it, now, before)
                        .invoke(() -> progress.accept(WHOLE * (it.ordinal() + 1) / Metric.values().length)))
                .collect()
                .asList();
    }

    private Uni<PeriodFigure> figure(Metric metric, Asked now, Asked before) {
        return figures.of(metric, By.ALL, now)
                .chain(all -> figures.of(metric, By.ALL, before)
                        .chain(earlier -> parts(metric, now)
                                .map(parts -> new PeriodFigure(
                                        metric.name(),
                                        all.version(),
                                        metric.kind().name(),
                                        metric.target(),
                                        metric.lowIsGood(),
                                        words(metric),
                                        all.all(),
                                        earlier.all(),
                                        all.leftOut(),
                                        all.invented(),
                                        parts))));
    }

    private Uni<Map<String, List<PeriodFigure.Slice>>> parts(Metric metric, Asked asked) {
        var found = new LinkedHashMap<String, List<PeriodFigure.Slice>>();
        return Multi.createFrom()
                .iterable(DIVIDED.getOrDefault(metric, List.of()))
                .onItem()
                .transformToUniAndConcatenate(by -> figures.of(metric, by, asked)
                        .invoke(it -> found.put(
                                by.name(),
                                it.parts().stream()
                                        .map(part -> new PeriodFigure.Slice(part.key(), part.name(), part.value()))
                                        .toList())))
                .collect()
                .last()
                .replaceWith(found);
    }

    private Map<String, PeriodFigure.Words> words(Metric metric) {
        var words = new LinkedHashMap<String, PeriodFigure.Words>();
        LANGUAGES.forEach((language, locale) -> words.put(
                language,
                new PeriodFigure.Words(
                        sheet.word(locale, metric, "name"),
                        sheet.word(locale, metric, "formula"),
                        sheet.word(locale, metric, "left-out"))));
        return words;
    }
}
