package dev.yiwen.knowledge.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.answer.trace.Traces;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.People;
import dev.yiwen.knowledge.Article;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.ArticleId;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
import dev.yiwen.knowledge.KnowledgeTrial.Kind;
import dev.yiwen.knowledge.KnowledgeTrial.Outcome;
import dev.yiwen.knowledge.trial.PublishImpact.Change;
import dev.yiwen.knowledge.trial.PublishImpact.Changed;
import dev.yiwen.shared.Ids;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PublishImpactTest {
    @Inject
    PublishImpact impact;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    Traces traces;

    @Inject
    People people;

    private final String lost = "黄铜挂锁" + Ids.next().toString().substring(30);
    private final String thing = "紫砂花瓶" + Ids.next().toString().substring(30);

    @Test
    void what_customers_asked_is_asked_again_with_the_draft_in_place() {
        var live = published(thing + "怎么保养", "每月上油。");
        ask(thing + "怎么保养");
        ask(lost + "钥匙丢了能配吗");

        var fresh = now(articles.create("impact/" + UUID.randomUUID(), draft(lost + "钥匙丢了能不能配", "可以配。"), "林"));
        assertThat(changes(fresh.id()))
                .anySatisfy(it -> {
                    assertThat(it.words()).isEqualTo(lost + "钥匙丢了能配吗");
                    assertThat(it.change()).isIn(Change.FIXED, Change.STOLEN);
                    assertThat(it.after()).isEqualTo(fresh.slug());
                })
                .noneMatch(it -> it.words().equals(thing + "怎么保养"));

        var about = now(articles.saveDraft(live.id(), live.revision(), draft("完全不同的一句话", "别的。"), "林"));
        assertThat(changes(about.id())).anySatisfy(it -> {
            assertThat(it.words()).isEqualTo(thing + "怎么保养");
            // What other tests have published may answer in its place.
            assertThat(it.change()).isIn(Change.BROKEN, Change.CHANGED);
            assertThat(it.before()).isEqualTo(live.slug());
        });
        now(articles.retire(live.id()));
    }

    @Test
    void each_change_has_its_kind() {
        var none = new Outcome(Kind.CLARIFY, List.of(), 0.2, List.of());
        var human = new Outcome(Kind.HANDOFF, List.of(), 0, List.of());
        assertThat(PublishImpact.change("a/a", none, none)).isEmpty();
        assertThat(PublishImpact.change("a/a", none, answered("a/a"))).contains(Change.FIXED);
        assertThat(PublishImpact.change("a/a", answered("a/a"), none)).contains(Change.BROKEN);
        assertThat(PublishImpact.change("a/a", answered("a/a"), answered("a/a")))
                .contains(Change.REWORDED);
        assertThat(PublishImpact.change("a/a", answered("b/b"), answered("b/b")))
                .isEmpty();
        assertThat(PublishImpact.change("a/a", answered("b/b"), answered("a/a")))
                .contains(Change.STOLEN);
        assertThat(PublishImpact.change("a/a", answered("a/a"), answered("b/b")))
                .contains(Change.CHANGED);
        assertThat(PublishImpact.change("a/a", none, human)).contains(Change.CHANGED);
    }

    private static Outcome answered(String slug) {
        return new Outcome(Kind.ANSWER, List.of(slug), 0.9, List.of());
    }

    private List<Changed> changes(ArticleId article) {
        return now(impact.of(article, 0, 200)).changed();
    }

    private Article published(String question, String answer) {
        return now(articles.create("impact/" + UUID.randomUUID(), draft(question, answer), "林")
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    private static ArticleDraft draft(String question, String answer) {
        return new ArticleDraft(question, List.of(), answer, Audience.CUSTOMER, "通用", null, null, List.of());
    }

    private void ask(String words) {
        var conversation = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        now(conversations.appendFromCustomer(
                conversation.id(), UUID.randomUUID().toString(), words));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> now(traces.find(conversation.id(), 2)).isPresent());
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
