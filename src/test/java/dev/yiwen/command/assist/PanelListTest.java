package dev.yiwen.command.assist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.assist.card.Card;
import dev.yiwen.assist.card.Suggestion;
import dev.yiwen.assist.card.SuggestionId;
import dev.yiwen.knowledge.Audience;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class PanelListTest {
    private static final Suggestion A = card(1, Card.Kind.ANSWER);
    private static final Suggestion B = card(2, Card.Kind.CASE);
    private static final Suggestion WARNING = card(3, Card.Kind.WARNING);

    @Test
    void what_comes_and_goes_waits_until_the_last_change_is_three_seconds_old() {
        var list = new PanelList(PanelList.Rule.CALM);
        list.receive(1_000, List.of(A));
        list.receive(1_500, List.of(A, B));
        list.receive(2_000, List.of(B));
        list.pass(20_000);

        assertThat(list.changes()).containsExactly(1_000L, 4_000L);
        assertThat(PanelList.isRestless(list.changes())).isFalse();
    }

    @Test
    void a_warning_waits_for_nothing_and_counts_as_no_unrest() {
        var list = new PanelList(PanelList.Rule.CALM);
        list.receive(1_000, List.of(A));
        list.receive(1_500, List.of(WARNING, A));

        assertThat(list.changes()).containsExactly(1_000L);
    }

    @Test
    void two_changes_within_three_seconds_are_unrest() {
        var list = new PanelList(PanelList.Rule.AS_SENT);
        list.receive(1_000, List.of(A));
        list.receive(3_999, List.of(B));

        assertThat(PanelList.isRestless(list.changes())).isTrue();
        assertThat(PanelList.isRestless(List.of(1_000L, 4_000L))).isFalse();
    }

    @Test
    void a_card_that_grew_in_its_place_changed_nothing() {
        var list = new PanelList(PanelList.Rule.AS_SENT);
        list.receive(1_000, List.of(A, B));
        list.receive(1_100, List.of(A, B));
        list.receive(1_200, List.of(B, A));

        assertThat(list.changes()).containsExactly(1_000L);
    }

    private static Suggestion card(int n, Card.Kind kind) {
        return new Suggestion(SuggestionId.of(new UUID(0, n)), kind, "t" + n, "", null, Audience.AGENT, 1, Map.of());
    }
}
