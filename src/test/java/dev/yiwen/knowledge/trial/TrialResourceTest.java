package dev.yiwen.knowledge.trial;

import static org.hamcrest.Matchers.equalTo;

import dev.yiwen.knowledge.AnswerChannel;
import dev.yiwen.knowledge.AnswerVariant;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.revision.Reviewed;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is live beside a draft, in the words of a channel. */
@QuarkusTest
class TrialResourceTest {
    @Inject
    Articles articles;

    @Inject
    Reviewed reviewed;

    private final String question = "景泰蓝盘子" + Ids.next().toString().substring(30) + "能放微波炉吗";

    @Test
    void both_are_told_in_the_words_of_the_channel() {
        var live = now(articles.create("trial/" + UUID.randomUUID(), draft("不能。", "不能放。"), "林")
                .chain(it -> articles.publish(it.id(), it.revision())));
        now(articles.saveDraft(live.id(), live.revision(), draft("不能，会损坏釉面。", "不能放，会坏。"), "林"));

        asked(live.id().value(), "CHAT", "不能，会损坏釉面。", "不能。");
        asked(live.id().value(), "SPOKEN", "不能放，会坏。", "不能放。");
        now(articles.retire(live.id()));
    }

    private void asked(UUID article, String channel, String then, String now) {
        reviewed.as(reviewed.editor())
                .body(Map.of("turns", List.of(question), "article", article, "channel", channel))
                .post("/api/v1/knowledge-trials")
                .then()
                .statusCode(200)
                .body("then.kind", equalTo("ANSWER"))
                .body("thenAnswers", equalTo(List.of(then)))
                .body("nowAnswers", equalTo(List.of(now)));
    }

    private ArticleDraft draft(String answer, String spoken) {
        return new ArticleDraft(
                question,
                List.of(),
                answer,
                Audience.CUSTOMER,
                "通用",
                null,
                null,
                List.of(),
                List.of(new AnswerVariant(AnswerChannel.SPOKEN, 0, spoken)));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
