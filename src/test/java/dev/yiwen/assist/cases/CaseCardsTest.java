package dev.yiwen.assist.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.Suggestion;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.assist.card.Use;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.HandoffReason;
import dev.yiwen.conversation.HandoffReason.Code;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.conversation.WrappedUp;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseCardsTest {
    @Inject
    Conversations conversations;

    @Inject
    Utterances utterances;

    @Inject
    Suggestions suggestions;

    @Inject
    PastReplies replies;

    @Inject
    PastCases cases;

    @Inject
    Event<WrappedUp> wrapUps;

    @Inject
    People people;

    @Test
    void a_confirmed_wrap_up_becomes_the_case_that_the_next_agent_sees() {
        var past = call(people.staff(Role.AGENT));
        say(past, new Author.Customer(), "你好,我家的云雀热水壶烧不开水,壶底还滴水");
        say(past, Author.Agent.unnamed(), "云雀热水壶滴水是密封圈老化,我给您寄一个新的,打13900139000也行");
        confirm(past, "云雀热水壶滴水，电话13900139000", "寄新密封圈", "resolved");

        var card = cardOf("云雀热水壶滴水了,水也烧不开");

        assertThat(card.title()).startsWith("云雀热水壶滴水").doesNotContain("13900139000");
        assertThat(card.details())
                .containsEntry("done", "寄新密封圈")
                .containsEntry("ended", "resolved")
                .containsEntry("repeated", false);
        assertThat(list(card.details(), "replies"))
                .singleElement()
                .asString()
                .contains("密封圈老化")
                .doesNotContain("13900139000");
    }

    @Test
    void whoever_takes_over_sees_it_though_the_customer_says_nothing_more() {
        var past = call(people.staff(Role.AGENT));
        say(past, new Author.Customer(), "翠鸟牌洗碗机洗完门打不开了");
        say(past, Author.Agent.unnamed(), "请按住翠鸟面板上的童锁三秒钟");
        confirm(past, "翠鸟洗碗机门打不开", "解童锁", "resolved");
        cardOf("翠鸟牌洗碗机门打不开");
        var chat = conversations
                .openOrResume(people.visitor(), Channel.WEB)
                .await()
                .indefinitely();
        var waiting = conversations
                .requestHuman(chat.id(), chat.epoch(), new HandoffReason(Code.WISH_FOR_HUMAN, "测试", List.of()))
                .await()
                .indefinitely()
                .orElseThrow();
        for (var words : List.of("翠鸟牌洗碗机洗完门打不开", "嗯")) {
            conversations
                    .appendFromCustomer(chat.id(), UUID.randomUUID().toString(), words)
                    .await()
                    .indefinitely();
        }

        var next = conversations
                .assign(waiting.id(), waiting.epoch(), people.staff(Role.AGENT).id())
                .await()
                .indefinitely()
                .orElseThrow();

        await().untilAsserted(() -> assertThat(cards(next)).isNotEmpty());
    }

    @Test
    void other_words_bring_another_case_at_once() {
        var past = call(people.staff(Role.AGENT));
        say(past, new Author.Customer(), "白鹭牌扫地机器人一直原地打转");
        say(past, Author.Agent.unnamed(), "请擦一下白鹭机器人底部的红外探头");
        confirm(past, "白鹭扫地机打转", "擦探头", "resolved");
        cardOf("白鹭牌扫地机器人原地打转");
        var now = call(people.staff(Role.AGENT));
        heard(now, "百路排骚地", 1);

        heard(now, "白鹭牌扫地机器人在原地打转", 2);

        await().untilAsserted(() -> assertThat(cards(now)).isNotEmpty());
    }

    private void heard(Conversation call, String text, int revision) {
        utterances
                .append(call.id(), new Author.Customer(), "u1", text, null, revision)
                .await()
                .indefinitely();
    }

    @Test
    void says_how_many_colleagues_used_it_elsewhere() {
        var past = call(people.staff(Role.AGENT));
        say(past, new Author.Customer(), "琥珀牌窗帘电机卡在半路不动了");
        say(past, Author.Agent.unnamed(), "请长按琥珀遥控器的复位键十秒");
        confirm(past, "琥珀窗帘电机卡住", "复位", "resolved");
        var agent = people.staff(Role.AGENT);
        var first = call(agent);
        var card = cardIn(first, "琥珀牌窗帘电机卡住不动了");
        suggestions.use(card.id(), first.id(), agent.id(), Use.INSERT).await().indefinitely();

        assertThat(cardOf("我的琥珀牌窗帘电机卡住不动了").details()).containsEntry("usedBy", 1);
        assertThat(cardIn(first, "琥珀牌窗帘电机还是卡住不动").details())
                .as("in the own conversation")
                .doesNotContainKey("usedBy");
    }

    @Test
    void what_was_no_matter_is_forgotten_again() {
        var past = call(people.staff(Role.AGENT));
        say(past, new Author.Customer(), "墨鱼牌门铃一直自己响");
        say(past, Author.Agent.unnamed(), "请把墨鱼门铃的电池取出来一分钟");
        confirm(past, "墨鱼门铃乱响", "取电池", "resolved");
        wrapUps.fireAsync(new WrappedUp(past.id(), "打错了", "", "invalid"));

        await().untilAsserted(() -> {
            assertThat(cases.of(List.of(past.id())).await().indefinitely()).isEmpty();
            assertThat(replies.learned().await().indefinitely())
                    .noneMatch(it -> it.response().contains("墨鱼门铃"));
        });
    }

    private void confirm(Conversation past, String problem, String done, String outcome) {
        wrapUps.fireAsync(new WrappedUp(past.id(), problem, done, outcome));
        await().untilAsserted(() -> assertThat(replies.stored().await().indefinitely())
                .anyMatch(it -> past.id().equals(it.conversation())));
    }

    private Suggestion cardOf(String words) {
        return cardIn(call(people.staff(Role.AGENT)), words);
    }

    /** Says it until a card comes: what was kept a moment ago may not be learned yet. */
    private Suggestion cardIn(Conversation conversation, String words) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(300)).until(() -> {
            boolean shown = !cards(conversation).isEmpty();
            if (!shown) {
                say(conversation, new Author.Customer(), words);
            }
            return shown;
        });
        return cards(conversation).getFirst();
    }

    private List<Suggestion> cards(Conversation conversation) {
        return suggestions.current(conversation.id()).await().indefinitely().suggestions().stream()
                .filter(it -> it.kind() == Card.Kind.CASE)
                .toList();
    }

    private static List<?> list(Map<String, Object> details, String key) {
        return (List<?>) Objects.requireNonNull(details.get(key));
    }

    private Conversation call(Staff agent) {
        var opened =
                conversations.openCall(people.visitor(), "13800000000").await().indefinitely();
        return conversations
                .assign(opened.id(), opened.epoch(), agent.id())
                .await()
                .indefinitely()
                .orElseThrow();
    }

    private void say(Conversation call, Author who, String text) {
        utterances
                .append(call.id(), who, UUID.randomUUID().toString(), text, null)
                .await()
                .indefinitely();
    }
}
