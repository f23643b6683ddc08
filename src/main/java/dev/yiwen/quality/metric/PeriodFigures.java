package dev.yiwen.quality.metric;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
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

    private static final String NAMES = "select topic, name, english from topic_name";

    private final Pool database;
    private final Figures figures;
    private final FigureSheet sheet;

    PeriodFigures(Pool database, Figures figures, FigureSheet sheet) {
        this.database = database;
        this.figures = figures;
        this.sheet = sheet;
    }

    /** @param progress is told how many percent are read */
    public Uni<List<PeriodFigure>> of(
            LocalDate from, LocalDate to, LocalDate fromBefore, LocalDate toBefore, IntConsumer progress) {
        var now = new Asked(from, to, Map.of());
        var before = new Asked(fromBefore, toBefore, Map.of());
        return database.query(NAMES).execute().chain(names -> figures(now, before, names(names), progress));
    }

    private static Map<String, Row> names(RowSet<Row> rows) {
        var names = new HashMap<String, Row>();
        rows.forEach(row -> names.put(row.getString("topic"), row));
        return names;
    }

    private Uni<List<PeriodFigure>> figures(Asked now, Asked before, Map<String, Row> names, IntConsumer progress) {
        return Multi.createFrom()
                .items(Metric.values())
                .onItem()
                .transformToUniAndConcatenate(it -> figure(it, now, before, names)
                        .invoke(() -> progress.accept(WHOLE * (it.ordinal() + 1) / Metric.values().length)))
                .collect()
                .asList();
    }

    private Uni<PeriodFigure> figure(Metric metric, Asked now, Asked before, Map<String, Row> names) {
        return figures.of(metric, By.ALL, now)
                .chain(all -> figures.of(metric, By.ALL, before)
                        .chain(earlier -> parts(metric, now, names)
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

    private Uni<Map<String, List<PeriodFigure.Slice>>> parts(Metric metric, Asked asked, Map<String, Row> names) {
        var found = new LinkedHashMap<String, List<PeriodFigure.Slice>>();
        return Multi.createFrom()
                .iterable(DIVIDED.getOrDefault(metric, List.of()))
                .onItem()
                .transformToUniAndConcatenate(by -> figures.of(metric, by, asked)
                        .invoke(it -> found.put(
                                by.name(),
                                it.parts().stream()
                                        .map(part -> slice(by, part, names))
                                        .toList())))
                .collect()
                .last()
                .replaceWith(found);
    }

    private static PeriodFigure.Slice slice(By by, Figures.Part part, Map<String, Row> names) {
        var named = by == By.TOPIC ? names.get(part.key()) : null;
        return named == null
                ? new PeriodFigure.Slice(part.key(), part.name(), part.value())
                : new PeriodFigure.Slice(part.key(), named.getString("name"), named.getString("english"), part.value());
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
