package dev.yiwen.answer;

import dev.yiwen.knowledge.Addressee;
import dev.yiwen.knowledge.Article;
import io.smallrye.mutiny.Uni;

/** Takes of an article the answer for whoever asked. */
@FunctionalInterface
interface ArticleWording {
    /** For a customer of whom nothing is known, in a chat. */
    ArticleWording ANYBODY = of(Addressee.ANYBODY);

    Uni<Article> of(Article article);

    static ArticleWording of(Addressee addressee) {
        return article -> Uni.createFrom().item(article.wordedFor(addressee));
    }
}
