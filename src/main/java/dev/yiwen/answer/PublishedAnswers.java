package dev.yiwen.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.retrieval.Candidate;
import dev.yiwen.shared.Caches;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** The articles that were found. A published revision never changes, so what is kept here cannot grow old. */
@Singleton
final class PublishedAnswers {
    private static final int KEPT = 2_000;

    private record Revision(ArticleId article, int number) {}

    private final Cache<Revision, Article> kept =
            Caches.measured("answers", Caffeine.newBuilder().maximumSize(KEPT));
    private final Articles articles;

    PublishedAnswers(Articles articles) {
        this.articles = articles;
    }

    /** The article as it is published; when it changed since it was found, the newer revision. */
    Uni<Article> of(Candidate candidate) {
        var revision = new Revision(candidate.article(), candidate.revision());
        @Nullable Article known = kept.getIfPresent(revision);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return articles.load(candidate.article())
                .invoke(article -> kept.put(new Revision(article.id(), article.revision()), article));
    }
}
