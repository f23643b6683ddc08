package dev.yiwen.assist.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.Suggestion;
import dev.yiwen.assist.card.Suggestions;
import dev.yiwen.assist.card.Use;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Conversation;
import dev.yiwen.conversation.Conversations;
import dev.yiwen.conversation.Utterances;
import dev.yiwen.facts.SwitchedOperator;
import dev.yiwen.identity.Customers;
import dev.yiwen.identity.People;
import dev.yiwen.identity.Role;
import dev.yiwen.identity.Staff;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@SuppressWarnings("NullAway.Init")
class FactCardsTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @Inject
    Customers customers;

    @Inject
    Conversations conversations;

    @Inject
    Utterances utterances;

    @Inject
    Suggestions suggestions;

    @Inject
    SwitchedOperator operator;

    @Inject
    People people;

    private Staff agent;

    @BeforeEach
    void anOperatorHasSystems() {
        operator.on();
        agent = people.staff(Role.AGENT);
    }

    @AfterEach
    void noOperator() {
        operator.off();
    }

    @Test
    void a_bad_signal_shows_the_stations_nearby_with_their_state_and_what_to_advise() {
        var call = callFrom(7);

        say(call, "我这里5G信号差");

        var card = card(call, "附近基站", "known");
        assertThat(card.text()).isEqualTo("我查到您附近的基站现在比较拥塞，这个情况我们已经知道。");
        assertThat(String.valueOf(card.details().get("advice"))).contains("改用 4G");
        assertThat(card.details().toString()).contains("北港片区一号站").contains("拥塞");
    }

    @Test
    void a_place_that_the_customer_names_is_asked_for() {
        var call = callFrom(9);

        say(call, "我现在在西山片区，5G信号差");

        assertThat(card(call, "附近基站", "known").details().toString()).contains("西山片区一号站");
    }

    @Test
    void what_comes_late_says_so_and_fills_in_under_the_same_card() {
        operator.server().faults(Duration.ofMillis(1500), false);
        var call = callFrom(0);

        say(call, "这个月话费怎么这么高");

        var late = card(call, "账单", "late");
        assertThat(late.text()).isEmpty();
        var filled = card(call, "账单", "known");
        assertThat(filled.id()).isEqualTo(late.id());
        assertThat(filled.text()).contains("131.50 元");
    }

    @Test
    void a_system_that_is_down_is_said_to_be() {
        operator.server().faults(Duration.ZERO, true);
        var call = callFrom(3);

        say(call, "我还剩多少流量");

        assertThat(card(call, "剩余流量", "broken").text()).isEmpty();
    }

    @Test
    void other_words_leave_the_figures_where_they_are_and_what_was_dismissed_stays_away() {
        var call = callFrom(3);
        say(call, "我还剩多少流量");
        var card = card(call, "剩余流量", "known");

        say(call, "好的谢谢，账单也帮我查一下");
        card(call, "账单", "known");
        suggestions.use(card.id(), call.id(), agent.id(), Use.DISMISS).await().atMost(LONG);
        say(call, "流量到底还剩多少，我家宽带断了");

        card(call, "宽带线路", "known");
        assertThat(facts(call)).extracting(Suggestion::title).containsExactly("宽带线路");
    }

    @Test
    void who_is_not_known_there_and_who_asks_for_nothing_gets_no_card() {
        var unknown = callFrom(6);
        say(unknown, "我还剩多少流量");
        say(unknown, "路上车流量太大堵车了");
        // What is shown last says that the others were looked at.
        var known = callFrom(9);
        say(known, "我还剩多少流量");
        card(known, "剩余流量", "known");

        assertThat(facts(unknown)).isEmpty();
    }

    @Test
    void figures_that_only_misheard_words_asked_for_go_when_they_are_corrected() {
        var call = callFrom(9);
        say(call, "账单帮我查一下");
        card(call, "账单", "known");
        say(call, "u1", "我还剩多少流量");
        card(call, "剩余流量", "known");

        say(call, "u1", "我还想问套餐");

        await().atMost(LONG)
                .untilAsserted(() ->
                        assertThat(facts(call)).extracting(Suggestion::title).containsExactly("账单"));
    }

    private Conversation callFrom(int lastDigit) {
        var number = "+86137%07d%d".formatted(ThreadLocalRandom.current().nextInt(10_000_000), lastDigit);
        return customers
                .caller(number)
                .chain(it -> conversations.openCall(it.id(), number))
                .chain(it -> conversations.assign(it.id(), it.epoch(), agent.id()))
                .await()
                .atMost(LONG)
                .orElseThrow();
    }

    private void say(Conversation call, String text) {
        say(call, UUID.randomUUID().toString(), text);
    }

    private void say(Conversation call, String utterance, String text) {
        utterances
                .append(call.id(), new Author.Customer(), utterance, text, null)
                .await()
                .atMost(LONG);
    }

    private Suggestion card(Conversation call, String title, String state) {
        return await().atMost(LONG)
                .until(
                        () -> facts(call).stream()
                                .filter(it -> it.title().equals(title) && state.equals(state(it)))
                                .findFirst(),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static Object state(Suggestion card) {
        return card.details().get("view") instanceof Map<?, ?> view ? String.valueOf(view.get("state")) : "";
    }

    private List<Suggestion> facts(Conversation call) {
        return suggestions.current(call.id()).await().atMost(LONG).suggestions().stream()
                .filter(it -> it.kind() == Card.Kind.FACT)
                .toList();
    }
}
