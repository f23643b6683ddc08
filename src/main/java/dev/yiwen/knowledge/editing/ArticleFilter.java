package dev.yiwen.knowledge.editing;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Audience;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which articles a list shows; null or empty means any.
 *
 * @param text words in question, phrasings, answer or slug
 * @param topic first part of the slug
 * @param author who wrote the revision that is shown
 * @param queue those that wait for something
 * @param page from 0
 */
public record ArticleFilter(
        @Nullable String text,
        @Nullable String topic,
        Article.@Nullable State state,
        @Nullable Audience audience,
        @Nullable String product,
        @Nullable Validity valid,
        @Nullable String author,
        @Nullable Queue queue,
        Sort sort,
        int page,
        int size) {

    /** What comes first: what fits the words best (by topic, without words), topics by name, the newest, questions by name. */
    public enum Sort {
        BEST,
        TOPIC,
        CHANGED,
        QUESTION
    }

    /** What somebody has to do with it. */
    public enum Queue {
        /** A revision is submitted for review. */
        REVIEW,
        /** It was corrected or taken away without a review. */
        CONFIRM,
        /** Approved, and not published yet. */
        APPROVED,
        /** A revision goes live at a moment. */
        SCHEDULED,
        /** What is live ends within {@link #SOON} days. */
        EXPIRING,
        /** What is live has links that lead nowhere. */
        LINKS
    }

    /** Days before the last valid day from which on its end is told. */
    public static final int SOON = 14;

    /** Of all authors, the best first. */
    public ArticleFilter(
            @Nullable String text,
            @Nullable String topic,
            Article.@Nullable State state,
            @Nullable Audience audience,
            @Nullable String product,
            @Nullable Validity valid,
            int page,
            int size) {
        this(text, topic, state, audience, product, valid, null, null, Sort.BEST, page, size);
    }

    /** Where today lies relative to the validity period. */
    public enum Validity {
        CURRENT,
        FUTURE,
        EXPIRED;

        static Validity of(Article article, LocalDate today) {
            if (article.validFrom() != null && today.isBefore(article.validFrom())) {
                return FUTURE;
            }
            return article.validOn(today) ? CURRENT : EXPIRED;
        }
    }

    public ArticleFilter {
        page = Math.max(0, page);
        size = Math.clamp(size, 1, 200);
    }
}
