package dev.yiwen.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Channel;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.identity.StaffId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MatchingTest {
    private static final StaffId LIN = new StaffId(UUID.randomUUID());
    private static final StaffId WANG = new StaffId(UUID.randomUUID());

    @Test
    void gives_each_in_turn_to_the_longest_idle() {
        var waiting = List.of(chat(), chat(), chat());

        var matches = Matching.of(waiting, List.of(free(LIN), free(WANG)));

        assertThat(matches).extracting(Match::waiting).isEqualTo(waiting);
        assertThat(matches).extracting(Match::agent).containsExactly(LIN, WANG, LIN);
    }

    @Test
    void fills_nobodys_hands_beyond_what_they_hold() {
        var matches = Matching.of(List.of(chat(), chat(), chat()), List.of(new Hands(LIN, 1, 0, 1, 3)));

        assertThat(matches).hasSize(1);
    }

    @Test
    void asks_nobody_again_who_has_passed_it() {
        var passed = new Waiting(new ConversationId(UUID.randomUUID()), 1, Channel.WEB, Set.of(LIN));

        assertThat(Matching.of(List.of(passed, chat()), List.of(free(LIN))))
                .hasSize(1)
                .allMatch(it -> !it.waiting().equals(passed));
    }

    @Test
    void asks_nobody_who_is_on_the_telephone() {
        var talking = new Hands(LIN, 0, 1, 0, 3);

        assertThat(Matching.of(List.of(chat(), call()), List.of(talking))).isEmpty();
    }

    @Test
    void lets_one_telephone_ring_at_once() {
        assertThat(Matching.of(List.of(call(), call()), List.of(free(LIN)))).hasSize(1);
    }

    private static Hands free(StaffId agent) {
        return new Hands(agent, 0, 0, 0, 3);
    }

    private static Waiting chat() {
        return new Waiting(new ConversationId(UUID.randomUUID()), 1, Channel.WEB, Set.of());
    }

    private static Waiting call() {
        return new Waiting(new ConversationId(UUID.randomUUID()), 1, Channel.VOICE, Set.of());
    }
}
