package dev.yiwen.answer.trace;

import dev.yiwen.knowledge.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article that a turn found.
 *
 * @param then the revision that was published at that time
 * @param now the one that is published now; null when the article was taken out of use
 */
record ThenAndNow(
        String slug, @Nullable Article then, @Nullable Article now) {

    /** {@code revision} among all of an article's. */
    static ThenAndNow of(String slug, int revision, List<Article> all) {
        return new ThenAndNow(
                slug,
                all.stream().filter(it -> it.revision() == revision).findFirst().orElse(null),
                all.stream()
                        .filter(it -> it.state() == Article.State.PUBLISHED)
                        .findFirst()
                        .orElse(null));
    }
}
