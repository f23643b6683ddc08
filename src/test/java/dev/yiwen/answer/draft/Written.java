package dev.yiwen.answer.draft;

import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Audience;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Articles and questions of a test's own. */
final class Written {
    private Written() {}

    static Article article(String question, String answer) {
        return new Article(
                ArticleId.of(new UUID(0, 1)),
                "test/article",
                1,
                Article.State.PUBLISHED,
                question,
                List.of(),
                answer,
                Audience.CUSTOMER,
                "通用",
                null,
                null,
                List.of(),
                "test",
                Instant.EPOCH);
    }

    static Message message(String text) {
        return new Message(
                ConversationId.of(UUID.randomUUID()), 1, new Author.Customer(), new Body.Text(text), Instant.EPOCH);
    }
}
