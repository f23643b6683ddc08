package dev.yiwen.knowledge.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.yiwen.answer.trace.Traces;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.identity.People;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.AskedTurns.Missed;
import dev.yiwen.shared.Problem;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From questions that nobody answers to an article that answers later askers, with real turns of the bot. */
@QuarkusTest
class GapMiningTest {
    @Inject
    GapMining mining;

    @Inject
    GapQueue queue;

    @Inject
    Articles articles;

    @Inject
    Conversations conversations;

    @Inject
    Traces traces;

    @Inject
    People people;

    @BeforeEach
    void what_others_asked_is_out_of_the_way() {
        now(mining.now());
    }

    @Test
    void the_same_in_several_wordings_is_one_gap_and_stays_open_until_later_askers_are_answered() {
        var thing = "缂丝团扇";
        for (var words : List.of(thing + "怎么清洗", "怎么清洗" + thing, thing + "怎么清洗？")) {
            missed(words);
        }
        missed("附近有什么好吃的呀");
        now(mining.now());

        var gap = gap(thing + "怎么清洗").orElseThrow();
        assertThat(gap.asked()).isEqualTo(3);
        assertThat(gap.days()).hasSize(GapStore.DAYS).last().isEqualTo(3L);
        assertThat(gap.channels()).containsEntry("WEB", 3L);
        assertThat(gap.missed()).containsEntry(Missed.LEFT, 3L);
        assertThat(gap.wordings()).contains(thing + "怎么清洗", "怎么清洗" + thing);
        assertThat(gap.state()).isEqualTo(Gap.State.OPEN);

        var drafted = now(queue.draft(gap.id(), "用温水和软布。", "林"));
        assertThat(drafted.state()).isEqualTo(Gap.State.DRAFTED);
        var article = now(articles.load(Objects.requireNonNull(drafted.article())));
        assertThat(article.question()).isEqualTo(gap.title());
        assertThat(article.phrasings()).isNotEmpty();

        now(articles.publish(article.id(), article.revision()));
        assertThat(now(queue.one(gap.id())).state()).isEqualTo(Gap.State.PUBLISHED);

        ask(thing + "怎么清洗");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(
                        () -> assertThat(now(queue.one(gap.id())).state()).isEqualTo(Gap.State.ANSWERED));
        now(articles.retire(article.id()));
    }

    @Test
    void mining_again_changes_nothing_and_an_ignored_gap_takes_in_what_asks_the_same() {
        var thing = "羊皮筏子";
        missed(thing + "能退货吗");
        now(mining.now());
        var gap = gap(thing + "能退货吗").orElseThrow();
        now(mining.now());
        assertThat(now(queue.one(gap.id())).asked()).isEqualTo(1);

        assertThat(now(queue.ignore(gap.id(), "不是我们的商品")).reason()).isEqualTo("不是我们的商品");
        missed(thing + "能不能退货");
        now(mining.now());
        var again = now(queue.one(gap.id()));
        assertThat(again.asked()).isEqualTo(2);
        assertThat(again.state()).isEqualTo(Gap.State.IGNORED);
        assertThat(now(queue.takeUp(gap.id())).state()).isEqualTo(Gap.State.OPEN);
    }

    @Test
    void who_asks_in_vain_after_it_was_published_opens_it_again() {
        var thing = "铜火锅";
        missed(thing + "要不要预约");
        now(mining.now());
        var gap = gap(thing + "要不要预约").orElseThrow();
        var drafted = now(queue.draft(gap.id(), "不用预约。", "林"));
        var article = now(articles.load(Objects.requireNonNull(drafted.article())));
        now(articles.publish(article.id(), article.revision()));
        now(articles.saveDraft(
                        article.id(),
                        article.revision(),
                        new ArticleDraft(
                                "完全另外一件事",
                                List.of(),
                                "别的。",
                                article.audience(),
                                article.product(),
                                null,
                                null,
                                List.of()),
                        "林")
                .chain(it -> articles.publish(it.id(), it.revision())));
        missed(thing + "要不要预约");
        now(mining.now());

        var again = now(queue.one(gap.id()));
        assertThat(again.state()).isEqualTo(Gap.State.OPEN);
        assertThat(again.reopenedAt()).isNotNull();
        now(articles.retire(article.id()));
    }

    @Test
    void what_concerns_one_customer_alone_is_no_gap() {
        var thing = "竹编斗笠";
        missed("订单20260101123456789的" + thing + "到哪了");
        now(mining.now());
        assertThat(now(queue.all())).noneMatch(it -> it.title().contains(thing));
    }

    @Test
    void a_draft_without_any_answer_is_refused() {
        var thing = "泥塑阿福";
        missed(thing + "多少钱");
        now(mining.now());
        var gap = gap(thing + "多少钱").orElseThrow();
        assertThatThrownBy(() -> now(queue.draft(gap.id(), null, "林")))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.INVALID));
    }

    private Optional<Gap> gap(String words) {
        return now(queue.all()).stream()
                .filter(it -> it.wordings().contains(words))
                .findFirst();
    }

    /** Asked by somebody who goes when nothing is found. */
    private void missed(String words) {
        var conversation = ask(words);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> now(traces.find(conversation.id(), 2)).isPresent());
    }

    private Conversation ask(String words) {
        var conversation = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        now(conversations.appendFromCustomer(
                conversation.id(), UUID.randomUUID().toString(), words));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> now(conversations.messagesAfter(conversation.id(), 0, 9))
                                .size()
                        >= 2);
        return conversation;
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(60));
    }
}
