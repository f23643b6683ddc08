package dev.yiwen.assist.said;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.CardWork;
import dev.yiwen.assist.card.Suggestion;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.assist.card.Use;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import dev.yiwen.knowledge.ArticleDraft;
import dev.yiwen.knowledge.Articles;
import dev.yiwen.knowledge.Audience;
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

@QuarkusTest
class SaidCardsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @Inject
    Conversations conversations;

    @Inject
    Utterances utterances;

    @Inject
    Suggestions suggestions;

    @Inject
    CardWork work;

    @Inject
    Articles articles;

    @Inject
    People people;

    private final String name = "银杏" + UUID.randomUUID().toString().substring(0, 6) + "净水器";

    @SuppressWarnings("NullAway.Init")
    private Staff agent;

    @BeforeEach
    void publish() {
        agent = people.staff(Role.AGENT);
        now(articles.create(
                        "test/" + UUID.randomUUID(),
                        new ArticleDraft(
                                name + "换滤芯多少钱",
                                List.of(),
                                "换一支滤芯收 **80 元**，师傅 3 天内上门。\n\n详情见 [页面](https://x.example)。",
                                Audience.CUSTOMER,
                                "通用",
                                null,
                                null,
                                List.of()),
                        "test")
                .chain(it -> articles.publish(it.id(), it.revision())));
    }

    @Test
    void a_card_whose_sentence_the_agent_says_is_marked_and_the_mark_can_be_taken_back_for_good() {
        var call = call();
        var card = cardOn(call);
        assertThat(card.details()).containsEntry("spoken", "换一支滤芯收 80 元，师傅 3 天内上门。详情见页面。");

        say(call, "您稍等我看一下啊");
        say(call, "换一支滤芯收您八十块");
        say(call, "师傅三天内上门给您换");

        await().atMost(LONG).until(() -> isNoticed(call, card));
        now(suggestions.use(card.id(), call.id(), agent.id(), Use.UNSAID));
        assertThat(isNoticed(call, card)).isFalse();

        say(call, "换一支滤芯收八十块，师傅三天内上门");
        assertThat(isNoticed(call, card)).as("taken back for good").isFalse();
    }

    @Test
    void another_amount_a_question_and_small_talk_mark_nothing() {
        var call = call();
        var card = cardOn(call);

        say(call, "换一支滤芯收您九十块，师傅三天内上门");
        say(call, "您之前换滤芯也是师傅上门换的吗");
        say(call, "好的，还有什么可以帮您");

        assertThat(isNoticed(call, card)).isFalse();
    }

    @Test
    void a_chat_reply_that_carries_it_counts_too() {
        var opened = now(conversations.openOrResume(people.visitor(), Channel.WEB));
        var reason = new HandoffReason(HandoffReason.Code.WISH_FOR_HUMAN, "人工", List.of());
        var queued = now(conversations.requestHuman(opened.id(), opened.epoch(), reason))
                .orElseThrow();
        var chat = now(conversations.assign(queued.id(), queued.epoch(), agent.id()))
                .orElseThrow();
        now(conversations.appendFromCustomer(chat.id(), UUID.randomUUID().toString(), name + "换滤芯多少钱"));
        await().atMost(LONG).until(() -> card(chat).isPresent());
        var card = card(chat).orElseThrow();
        assertThat(card.details()).as("who writes takes the answer as it is").doesNotContainKey("spoken");

        now(conversations.appendFromAgent(
                chat.id(), agent.id(), UUID.randomUUID().toString(), "您好，换一支滤芯收 80 元，师傅 3 天内上门哦"));

        await().atMost(LONG).until(() -> isNoticed(chat, card));
    }

    private Suggestion cardOn(Conversation call) {
        now(utterances.append(
                call.id(), new Author.Customer(), UUID.randomUUID().toString(), name + "换滤芯多少钱", null));
        await().atMost(LONG).until(() -> card(call).isPresent());
        return card(call).orElseThrow();
    }

    /** Until it was looked at. */
    private void say(Conversation call, String words) {
        now(utterances.append(
                call.id(),
                new Author.Agent(agent.id(), agent.name()),
                UUID.randomUUID().toString(),
                words,
                null));
        await().atMost(LONG).during(Duration.ofMillis(300)).until(() -> work.rests(call.id()));
    }

    private Optional<Suggestion> card(Conversation in) {
        return now(suggestions.current(in.id())).suggestions().stream()
                .filter(it -> it.kind() == Card.Kind.ANSWER && it.title().contains(name))
                .findFirst();
    }

    private boolean isNoticed(Conversation in, Suggestion card) {
        return now(suggestions.current(in.id())).suggestions().stream()
                .anyMatch(it ->
                        it.id().equals(card.id()) && Objects.equals(it.details().get(Suggestions.NOTICED), true));
    }

    private Conversation call() {
        var opened = now(conversations.openCall(people.visitor(), "13800000000"));
        return now(conversations.assign(opened.id(), opened.epoch(), agent.id()))
                .orElseThrow();
    }

    private static <T> T now(Uni<T> it) {
        return it.await().atMost(LONG);
    }
}
