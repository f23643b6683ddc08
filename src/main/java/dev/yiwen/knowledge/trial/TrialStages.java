package dev.yiwen.knowledge.trial;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.KnowledgeTrial.Stage;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Sets up from where the knowledge is asked. */
@Singleton
class TrialStages {
    private final Pool database;

    TrialStages(Pool database) {
        this.database = database;
    }

    /** What customers get now. */
    static Stage live() {
        return new Stage(HomeZone.today(), List.of(), Set.of());
    }

    /** What customers get at the end of that day, with all that is to go live by then. */
    Uni<Stage> on(LocalDate day) {
        OffsetDateTime end = day.plusDays(1).atStartOfDay(HomeZone.id()).toOffsetDateTime();
        return ArticleStore.scheduledBefore(database, end).map(scheduled -> new Stage(day, scheduled, Set.of()));
    }

    /** With the latest revision of an article in place of the live one; on the first day on which it is valid, if that is to come. */
    Uni<Stage> with(ArticleId id) {
        return latest(id).map(draft -> new Stage(firstDay(draft), List.of(draft), Set.of()));
    }

    Uni<Article> latest(ArticleId id) {
        return ArticleStore.revisions(database, id).map(all -> {
            if (all.isEmpty()) {
                throw new Problem(Problem.Kind.NOT_FOUND, "There is no article " + id.value());
            }
            return all.getFirst();
        });
    }

    /** As they stand on a stage; of those that are not laid what is published. */
    Uni<List<Article>> articles(Stage stage, List<String> slugs) {
        return Multi.createFrom()
                .iterable(slugs)
                .onItem()
                .transformToUniAndConcatenate(slug -> stage.laid().stream()
                        .filter(it -> it.slug().equals(slug))
                        .findFirst()
                        .map(it -> Uni.createFrom().item(Optional.of(it)))
                        .orElseGet(() -> ArticleStore.bySlug(database, slug)))
                .collect()
                .asList()
                .map(all -> all.stream().flatMap(Optional::stream).toList());
    }

    private static LocalDate firstDay(Article draft) {
        var today = HomeZone.today();
        var from = draft.validFrom();
        return from != null && from.isAfter(today) ? from : today;
    }
}
