package dev.yiwen.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Message;
import dev.yiwen.conversation.Source;
import dev.yiwen.identity.People;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedbackTest {
    @Inject
    Feedback feedback;

    @Inject
    Conversations conversations;

    @Inject
    People people;

    private final String article = "test/" + UUID.randomUUID();

    @Test
    void the_last_word_on_an_answer_counts() {
        var answered = answer();
        rate(answered, true);

        rate(answered, false);

        assertThat(ofArticle()).isEqualTo(new Feedback.OfArticle(article, "怎么办", 1, 0, 1));
    }

    @Test
    void a_verdict_can_be_taken_back() {
        var answered = answer();
        rate(answered, true);

        feedback.takeBack(answered.conversation(), answered.seq()).await().indefinitely();

        assertThat(ofArticle()).isEqualTo(new Feedback.OfArticle(article, "怎么办", 1, 0, 0));
    }

    @Test
    void a_message_that_is_not_the_bots_is_not_rated() {
        var answered = answer();
        var notice = conversations
                .appendNotice(answered.conversation(), new Body.Notice("test", "通知", java.util.Map.of()))
                .await()
                .indefinitely();

        assertThatThrownBy(() -> feedback.rate(notice.conversation(), notice.seq(), true)
                        .await()
                        .indefinitely())
                .isInstanceOfSatisfying(Problem.class, e -> assertThat(e.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void what_was_never_said_is_not_rated() {
        var answered = answer();

        assertThatThrownBy(() ->
                        feedback.rate(answered.conversation(), 99, true).await().indefinitely())
                .isInstanceOf(Problem.class);
    }

    private void rate(Message message, boolean helpful) {
        feedback.rate(message.conversation(), message.seq(), helpful).await().indefinitely();
    }

    /** Of the bot; another reply of the running service to the same message would find it answered. */
    private Message answer() {
        Conversation open = conversations
                .openOrResume(people.visitor(), Channel.WEB)
                .await()
                .indefinitely();
        var body = new Body.Answer("这样办。", List.of(new Source(article, "怎么办", 1)), 0.9, List.of());
        return conversations
                .appendFromBot(open.id(), open.epoch(), 1, body)
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private Feedback.OfArticle ofArticle() {
        return feedback.byArticle(Duration.ofDays(1)).await().indefinitely().stream()
                .filter(it -> it.article().equals(article))
                .findFirst()
                .orElseThrow();
    }
}
