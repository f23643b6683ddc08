package dev.yiwen.knowledge.editing;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the editors' list.
 *
 * @param total how many articles pass the filter
 * @param facets for topic, state, audience, product, valid and queue: how many articles there are in all, by value
 */
public record ArticlePage(List<Summary> items, int total, Map<String, Map<String, Integer>> facets) {

    /**
     * @param state of the revision shown: the published one if there is one, else the latest
     * @param draftRevision number of a newer draft that waits to be published, or null
     * @param draftState how far that draft is, or null
     * @param goesLiveAt when a scheduled revision takes its place, or null
     * @param waitingSince since when somebody is asked to look at it, or null
     * @param submitter who asked for that, or null
     * @param unconfirmed it was corrected or taken away without a review
     * @param answered questions of customers in the last 30 days; told of those that end soon, else null
     * @param found what a search found elsewhere than in the question, or null
     */
    public record Summary(
            ArticleId id,
            String slug,
            String topic,
            String question,
            int phrasings,
            Article.State state,
            int revision,
            int latestRevision,
            @Nullable Integer draftRevision,
            Article.@Nullable State draftState,
            @Nullable Instant goesLiveAt,
            @Nullable Instant waitingSince,
            @Nullable String submitter,
            boolean unconfirmed,
            Audience audience,
            String product,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            ArticleFilter.Validity valid,
            List<String> tags,
            String author,
            Instant changedAt,
            @Nullable String found,
            boolean example,
            @Nullable Integer answered) {

        Summary withAnswered(int times) {
            return new Summary(
                    id,
                    slug,
                    topic,
                    question,
                    phrasings,
                    state,
                    revision,
                    latestRevision,
                    draftRevision,
                    draftState,
                    goesLiveAt,
                    waitingSince,
                    submitter,
                    unconfirmed,
                    audience,
                    product,
                    validFrom,
                    validTo,
                    valid,
                    tags,
                    author,
                    changedAt,
                    found,
                    example,
                    times);
        }
    }
}
