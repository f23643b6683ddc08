package dev.yiwen.knowledge.golden;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.KnowledgeTrial;
import dev.yiwen.knowledge.KnowledgeTrial.Stage;
import dev.yiwen.shared.HomeZone;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks golden questions, each on its day; one after the other, behind what customers ask. */
@Singleton
class GoldenAsking {
    private final Pool database;
    private final KnowledgeTrial trials;

    GoldenAsking(Pool database, KnowledgeTrial trials) {
        this.database = database;
        this.trials = trials;
    }

    /** Over the live knowledge, by question. */
    Uni<Map<UUID, GoldenResult>> live(List<SettledQuestion> questions) {
        return with(questions, List.of(), HomeZone.today());
    }

    /**
     * By question.
     *
     * @param laid revisions in place of the live ones of their articles
     * @param usual the day of questions that have none
     */
    Uni<Map<UUID, GoldenResult>> with(List<SettledQuestion> questions, List<Article> laid, LocalDate usual) {
        var days = questions.stream()
                .collect(Collectors.groupingBy(
                        it -> Optional.ofNullable(it.day()).orElse(usual), TreeMap::new, Collectors.toList()));
        return Multi.createFrom()
                .iterable(days.entrySet())
                .onItem()
                .transformToUniAndConcatenate(it -> on(it.getKey(), it.getValue(), laid))
                .collect()
                .in(
                        HashMap::new,
                        (all, some) -> some.forEach(
                                it -> all.put(UUID.fromString(it.asked().name()), it)));
    }

    private Uni<List<GoldenResult>> on(LocalDate day, List<SettledQuestion> questions, List<Article> laid) {
        var cases = questions.stream().map(SettledQuestion::asked).toList();
        return stage(day, laid).chain(trials::on).chain(trial -> GoldenResult.of(cases, trial, () -> {}));
    }

    /** A day that is to come has what is scheduled by its end. */
    private Uni<Stage> stage(LocalDate day, List<Article> laid) {
        if (!day.isAfter(HomeZone.today())) {
            return Uni.createFrom().item(new Stage(day, laid, Set.of()));
        }
        Set<ArticleId> taken = laid.stream().map(Article::id).collect(Collectors.toSet());
        var end = day.plusDays(1).atStartOfDay(HomeZone.id()).toOffsetDateTime();
        return ArticleStore.scheduledBefore(database, end)
                .map(scheduled -> new Stage(
                        day,
                        Stream.concat(laid.stream(), scheduled.stream().filter(it -> !taken.contains(it.id())))
                                .toList(),
                        Set.of()));
    }
}
