package dev.yiwen.answer.decision;

import dev.yiwen.answer.AnswerConfig;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.retrieval.Retrieval;
import dev.yiwen.retrieval.Workers;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Decides over knowledge that is not live: another day, or drafts in place of what is published. */
@Singleton
public final class TrialDecisions {
    private final Decider decider;
    private final Retrieval retrieval;
    private final Workers workers;
    private final AnswerConfig config;

    TrialDecisions(Decider decider, Retrieval retrieval, Workers workers, AnswerConfig config) {
        this.decider = decider;
        this.retrieval = retrieval;
        this.workers = workers;
        this.config = config;
    }

    /** In turn with customers' messages, and with no more patience than those. */
    public Uni<DecisionQueue> over(LocalDate day, List<Article> laid, Set<ArticleId> gone) {
        return retrieval.seen(day, laid, gone).map(seen -> new DecisionQueue(decider.by(seen), workers, config));
    }
}
