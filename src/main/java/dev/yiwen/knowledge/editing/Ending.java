package dev.yiwen.knowledge.editing;

import dev.yiwen.knowledge.AnsweredLately;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells of articles that end soon how many questions of customers they have answered: so many will find nothing. */
@Singleton
final class Ending {
    private static final Duration LATELY = Duration.ofDays(30);

    private final AnsweredLately answered;

    Ending(AnsweredLately answered) {
        this.answered = answered;
    }

    Uni<ArticlePage> told(ArticlePage page) {
        return answered.within(
                        LATELY,
                        page.items().stream().map(ArticlePage.Summary::slug).toList())
                .map(counts -> new ArticlePage(
                        page.items().stream()
                                .map(it -> it.withAnswered(counts.getOrDefault(it.slug(), 0)))
                                .toList(),
                        page.total(),
                        page.facets()));
    }
}
