package dev.yiwen.assist;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import java.util.List;

/**
 * An article as something for the agent to say or do.
 *
 * @param text Markdown
 * @param confidence probability that it fits what the customer said, 0 to 1
 */
record Card(ArticleId article, Kind kind, Source source, Audience audience, String text, double confidence) {
    private static final List<String> STEPS = List.of("## 共情", "## 澄清", "## 解决", "## 确认");

    enum Kind {
        @JsonProperty("answer")
        ANSWER,
        /** How to lead the talk, in four steps: empathise, clarify, solve, confirm. */
        @JsonProperty("script")
        SCRIPT
    }

    /** @param words the article's answer, worded for whom it is to be said to */
    static Card of(Article article, String words, double confidence) {
        var kind = article.audience() == Audience.AGENT && STEPS.stream().allMatch(article.answer()::contains)
                ? Kind.SCRIPT
                : Kind.ANSWER;
        return new Card(
                article.id(),
                kind,
                new Source(article.slug(), article.question(), article.revision()),
                article.audience(),
                words,
                confidence);
    }
}
