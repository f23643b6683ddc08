package dev.yiwen.knowledge.usefulness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.People;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.KnowledgeTrial;
import dev.yiwen.shared.HomeZone;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Before an article ends it is known which of the customers' own questions will find nothing. */
@QuarkusTest
class AfterEndTest {
    @Inject
    AfterEnd afterEnd;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    People people;

    /** A thing that no other test asks about. */
    private final String thing = "螺钿妆匣" + UUID.randomUUID().toString().substring(0, 6);

    @Test
    void the_most_asked_questions_go_dark_unless_another_article_answers_them_then() {
        var last = HomeZone.today().plusDays(5);
        var ends = publish(thing + "租一天多少钱", last);
        asked(thing + "租一天多少钱");
        asked(thing + "租一天多少钱");
        asked("请问" + thing + "租一天多少钱");
        asked(thing + "租一天多少钱，我电话13800138000");

        var dark = now(afterEnd.of(ends.id()));
        assertThat(dark.day()).isEqualTo(last.plusDays(1));
        assertThat(dark.questions())
                .extracting(AfterEnd.Question::words, AfterEnd.Question::times)
                .containsExactly(tuple(thing + "租一天多少钱", 2L), tuple("请问" + thing + "租一天多少钱", 1L));
        assertThat(dark.questions()).allSatisfy(it -> {
            assertThat(it.kind()).isNotEqualTo(KnowledgeTrial.Kind.ANSWER);
            assertThat(it.articles()).isEmpty();
        });

        var other = publish(thing + "每天的租金", null);
        assertThat(now(afterEnd.of(ends.id())).questions()).allSatisfy(it -> {
            assertThat(it.kind()).isEqualTo(KnowledgeTrial.Kind.ANSWER);
            assertThat(it.articles()).extracting(AfterEnd.Other::article).containsExactly(other.id());
        });
        now(articles.retire(ends.id()));
        now(articles.retire(other.id()));
    }

    private Article publish(String question, @Nullable LocalDate validTo) {
        // Asked in the same words, so that it answers without the other.
        var phrasings = validTo == null ? List.of(thing + "租一天多少钱") : List.<String>of();
        var draft =
                new ArticleDraft(question, phrasings, "一天 10 元。", Audience.CUSTOMER, "通用", null, validTo, List.of());
        return now(articles.create(null, draft, "林").chain(it -> articles.publish(it.id(), it.revision())));
    }

    private void asked(String question) {
        var conversation = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        now(conversations.appendFromCustomer(
                conversation.id(), UUID.randomUUID().toString(), question));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> now(conversations.messagesAfter(conversation.id(), 0, 9)).stream()
                        .anyMatch(it -> it.body() instanceof Body.Answer));
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
