package dev.yiwen.assist.card;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.assist.card.CardUses.Counted;
import dev.yiwen.knowledge.Audience;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CardUsesTest {

    @Test
    void what_colleagues_used_passes_what_fits_about_as_well() {
        var cards = List.of(card("a", Card.Kind.ANSWER, 0.52), card("b", Card.Kind.ANSWER, 0.5));

        var weighed = CardUses.weighed(cards, Map.of("b", new Counted(12, 0)));

        assertThat(weighed).extracting(Card::key).containsExactly("b", "a");
        assertThat(weighed.getFirst().details().getLong("usedBy")).isEqualTo(12);
        assertThat(weighed.getLast().details().containsKey("usedBy")).isFalse();
    }

    @Test
    void no_number_of_uses_makes_a_card_that_does_not_fit() {
        var cards = List.of(card("a", Card.Kind.ANSWER, 0.7), card("b", Card.Kind.ANSWER, 0.5));

        assertThat(CardUses.weighed(cards, Map.of("b", new Counted(1_000_000, 0))))
                .extracting(Card::key)
                .containsExactly("a", "b");
    }

    @Test
    void what_colleagues_dismissed_stands_lower_but_within_bounds() {
        assertThat(CardUses.shifted(0.5, new Counted(0, 3))).isBetween(0.4, 0.49);
        assertThat(CardUses.shifted(0.5, new Counted(0, 1_000_000))).isBetween(0.4, 0.45);
        assertThat(CardUses.shifted(0.5, Counted.NEVER)).isEqualTo(0.5);
        assertThat(CardUses.shifted(1, new Counted(0, 9))).isEqualTo(1);
    }

    @Test
    void a_script_that_leads_goes_on_leading() {
        var cards = List.of(card("script", Card.Kind.SCRIPT, 0.3), card("a", Card.Kind.ANSWER, 0.9));

        assertThat(CardUses.weighed(cards, Map.of("a", new Counted(5, 0))))
                .extracting(Card::key)
                .containsExactly("script", "a");
    }

    private static Card card(String key, Card.Kind kind, double confidence) {
        return new Card(key, kind, key, "", null, null, Audience.CUSTOMER, confidence, new JsonObject());
    }
}
