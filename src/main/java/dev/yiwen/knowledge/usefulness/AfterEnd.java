package dev.yiwen.knowledge.usefulness;

import dev.yiwen.knowledge.AnsweredLately;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.ArticleStore;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.AskedTurns.Wording;
import dev.yiwen.knowledge.KnowledgeTrial;
import dev.yiwen.shared.HomeZone;
import dev.yiwen.shared.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What customers will get on the day after an article's last, for what it has answered them most. */
@Singleton
class AfterEnd {
    private static final Duration LATELY = Duration.ofDays(30);
    private static final int MOST = 5;

    private final Articles articles;
    private final AnsweredLately answered;
    private final KnowledgeTrial trial;
    private final Pool database;

    AfterEnd(Articles articles, AnsweredLately answered, KnowledgeTrial trial, Pool database) {
        this.articles = articles;
        this.answered = answered;
        this.trial = trial;
        this.database = database;
    }

    /**
     * The day after, and the customers' own words, the most frequent first.
     *
     * @param day the first on which the article is not there
     */
    record Outlook(LocalDate day, List<Question> questions) {}

    /**
     * @param times how often the article answered it in 30 days
     * @param kind what the bot will do
     * @param articles what it will answer from
     */
    record Question(String words, long times, KnowledgeTrial.Kind kind, List<Other> articles) {}

    /** An article that answers in its place. */
    record Other(ArticleId article, String title) {}

    /** With what is scheduled to be live by then; fails with INVALID for an article without an end. */
    Uni<Outlook> of(ArticleId id) {
        return articles.load(id).chain(article -> {
            var last = article.validTo();
            if (last == null) {
                throw new Problem(Problem.Kind.INVALID, "The article has no last day");
            }
            var day = last.plusDays(1);
            return answered.wordings(LATELY, article.slug(), MOST)
                    .chain(wordings -> stage(day).chain(it -> asked(it, wordings)))
                    .map(questions -> new Outlook(day, questions));
        });
    }

    private Uni<KnowledgeTrial.Trial> stage(LocalDate day) {
        var end = day.plusDays(1).atStartOfDay(HomeZone.id()).toOffsetDateTime();
        return ArticleStore.scheduledBefore(database, end)
                .chain(laid -> trial.on(new KnowledgeTrial.Stage(day, valid(laid, day), Set.of())));
    }

    private static List<Article> valid(List<Article> scheduled, LocalDate day) {
        return scheduled.stream().filter(it -> it.validOn(day)).toList();
    }

    private static Uni<List<Question>> asked(KnowledgeTrial.Trial trial, List<Wording> wordings) {
        return Multi.createFrom()
                .iterable(wordings)
                .onItem()
                .transformToUniAndConcatenate(
                        it -> trial.ask(List.of(it.words())).map(outcome -> question(it, outcome)))
                .collect()
                .asList();
    }

    private static Question question(Wording asked, KnowledgeTrial.Outcome outcome) {
        var others = outcome.found().stream()
                .filter(it -> outcome.articles().contains(it.slug()))
                .map(it -> new Other(it.article(), it.title()))
                .distinct()
                .toList();
        return new Question(asked.words(), asked.times(), outcome.kind(), others);
    }
}
