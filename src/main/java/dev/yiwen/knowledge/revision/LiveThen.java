package dev.yiwen.knowledge.revision;

import dev.yiwen.knowledge.Article;
import java.time.Instant;
import java.util.List;

/**
 * What could be answered from at a moment, within its validity.
 *
 * @param unrecorded articles of which it is not known: what they were then was replaced before times were kept
 */
public record LiveThen(Instant at, List<Article> articles, int unrecorded) {
    public LiveThen {
        articles = List.copyOf(articles);
    }
}
