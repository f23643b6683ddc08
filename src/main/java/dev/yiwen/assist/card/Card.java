package dev.yiwen.assist.card;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.yiwen.conversation.Source;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something for the agent to say, do or mind.
 *
 * @param key what it is known by in its conversation: a card that comes again keeps its id and its place
 * @param text Markdown
 * @param source the article that bears it out, if one does
 * @param article the same one's id
 * @param confidence probability that it fits what was said, 0 to 1
 * @param details what the page's element of this kind shows beside title and text
 */
public record Card(
        String key,
        Kind kind,
        String title,
        String text,
        @Nullable Source source,
        @Nullable ArticleId article,
        Audience audience,
        double confidence,
        JsonObject details) {
    private static final String ARTICLE = "article:";

    public enum Kind {
        @JsonProperty("answer")
        ANSWER,
        /** How to lead the talk, in four steps: empathise, clarify, solve, confirm. */
        @JsonProperty("script")
        SCRIPT,
        @JsonProperty("warning")
        WARNING,
        @JsonProperty("step")
        STEP,
        @JsonProperty("cause")
        CAUSE,
        @JsonProperty("case")
        CASE,
        @JsonProperty("fact")
        FACT
    }

    /** What a card of that revision of an article is known by. */
    public static String keyOf(ArticleId article, int revision) {
        return ARTICLE + article.value() + "@" + revision;
    }

    /** The article of such a key; empty for the key of another card. */
    public static Optional<ArticleId> articleIn(String key) {
        return key.startsWith(ARTICLE)
                ? Optional.of(ArticleId.of(UUID.fromString(key.substring(ARTICLE.length(), key.lastIndexOf('@')))))
                : Optional.empty();
    }
}
