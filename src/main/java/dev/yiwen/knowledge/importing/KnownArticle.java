package dev.yiwen.knowledge.importing;

import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.Article.State;
import dev.yiwen.knowledge.ArticleDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that is there.
 *
 * @param latest its latest revision's number
 * @param shown the published revision, or the latest when there is none
 * @param waiting a draft, or what is scheduled, that is not shown
 * @param imported what an import brought last
 * @param bases other revisions that files were exported from
 * @param undone whether all that there is of it was taken back
 */
public record KnownArticle(
        int latest,
        Article shown,
        @Nullable Article waiting,
        @Nullable ArticleDraft imported,
        List<ArticleDraft> bases,
        boolean undone) {
    public KnownArticle {
        bases = List.copyOf(bases);
    }

    String slug() {
        return shown.slug();
    }

    /** What an editor would go on from. */
    ArticleDraft current() {
        return ArticleDraft.of(waiting == null ? shown : waiting);
    }

    /** The number of a draft whose place another one takes; null for none. What is scheduled stays. */
    @Nullable Integer open() {
        return waiting != null && waiting.state().isOpen() ? Integer.valueOf(waiting.revision()) : null;
    }

    /** Whether it is in use, or going to be. */
    boolean isAlive() {
        return shown.state() != State.ARCHIVED || waiting != null;
    }
}
