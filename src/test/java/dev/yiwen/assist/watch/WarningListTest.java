package dev.yiwen.assist.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.LaneEdit.Before;
import dev.yiwen.assist.card.LaneEdit.Standing;
import dev.yiwen.knowledge.Audience;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WarningListTest {
    private static final Predicate<JsonObject> NONE = old -> false;

    @Test
    void new_ones_stand_above_those_shown_before() {
        assertThat(keys(before(shown("a", true)), List.of(card("b", false)), NONE))
                .containsExactly("b", "a");
    }

    @Test
    void what_is_known_already_changes_nothing() {
        assertThat(WarningList.after(before(shown("a", true)), 5, List.of(card("a", true)), NONE))
                .isEmpty();
    }

    @Test
    void a_set_is_never_about_an_earlier_message_than_before() {
        var after = WarningList.after(before(shown("a", true)), 3, List.of(card("b", true)), NONE);

        assertThat(after.orElseThrow().forSeq()).isEqualTo(5);
    }

    @Test
    void where_there_are_too_many_reminders_go_before_grave_ones() {
        var many = IntStream.range(0, WarningList.MOST)
                .mapToObj(i -> shown("old" + i, i != 1))
                .toList();

        assertThat(keys(new Before(5, many), List.of(card("new", true)), NONE))
                .hasSize(WarningList.MOST)
                .startsWith("new", "old0")
                .doesNotContain("old1");
    }

    @Test
    void of_grave_ones_alone_the_oldest_goes() {
        var many = IntStream.range(0, WarningList.MOST)
                .mapToObj(i -> shown("old" + i, true))
                .toList();

        assertThat(keys(new Before(5, many), List.of(card("new", true)), NONE))
                .hasSize(WarningList.MOST)
                .endsWith("old4");
    }

    @Test
    void a_grave_one_that_the_agent_dismissed_stays_for_the_supervisor_and_a_reminder_does_not() {
        var before = before(dismissed("grave", true), dismissed("reminder", false));

        assertThat(keys(before, List.of(card("new", false)), NONE)).containsExactly("new", "grave");
    }

    @Test
    void what_was_never_said_goes_even_if_it_was_dismissed() {
        var before = before(dismissed("grave", true), shown("other", true));

        assertThat(keys(before, List.of(), old -> "grave".equals(old.getString("key"))))
                .containsExactly("other");
    }

    private static List<String> keys(Before before, List<Card> fresh, Predicate<JsonObject> gone) {
        return WarningList.after(before, 7, fresh, gone).orElseThrow().cards().stream()
                .map(Card::key)
                .toList();
    }

    private static Before before(Standing... cards) {
        return new Before(5, List.of(cards));
    }

    private static Standing shown(String key, boolean grave) {
        return new Standing(card(key, grave), false);
    }

    private static Standing dismissed(String key, boolean grave) {
        return new Standing(card(key, grave), true);
    }

    private static Card card(String key, boolean grave) {
        var details = new JsonObject().put("key", key).put("severity", grave ? "grave" : "remind");
        return new Card(key, Card.Kind.WARNING, "标题", "", null, null, Audience.AGENT, 1, details);
    }
}
