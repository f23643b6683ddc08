package dev.yiwen.answer;

import dev.yiwen.knowledge.Article;
import io.smallrye.mutiny.Uni;

/** Takes of an article the answer for whoever asked. */
@FunctionalInterface
interface ArticleWording {
    Uni<Article> of(Article article);
}
