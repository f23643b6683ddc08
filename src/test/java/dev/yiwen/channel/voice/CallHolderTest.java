package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.channel.voice.CallHolder.InConsole;
import dev.yiwen.channel.voice.CallHolder.Told;
import dev.yiwen.conversation.Author;
import dev.yiwen.conversation.Body;
import dev.yiwen.conversation.ConversationId;
import dev.yiwen.conversation.Message;
import dev.yiwen.identity.StaffId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who has a call, when the telephone names somebody and somebody has it in the console. */
final class CallHolderTest {
    private static final Instant BEGAN = Instant.parse("2026-01-05T09:00:00Z");
    private static final StaffId ANN = StaffId.of(new UUID(0, 1));
    private static final StaffId BOB = StaffId.of(new UUID(0, 2));
    private static final StaffId CAI = StaffId.of(new UUID(0, 3));

    @Test
    void nobody_told_moves_nothing() {
        assertThat(CallHolder.of(List.of(), null)).isEmpty();
    }

    @Test
    void whoever_the_telephone_named_last_has_it_while_nobody_took_it_by_hand() {
        assertThat(CallHolder.of(List.of(answered(ANN, 1), answered(BOB, 9)), null))
                .contains(BOB);
        assertThat(CallHolder.of(List.of(answered(ANN, 1), transferred(null, 9)), null))
                .isEmpty();
    }

    @Test
    void who_took_it_in_the_console_and_speaks_keeps_it_from_whoever_answers() {
        var ann = inConsole(2, spoken(4));

        assertThat(CallHolder.of(List.of(answered(BOB, 9)), ann)).isEmpty();
    }

    @Test
    void who_took_it_in_the_console_and_was_not_heard_gives_way_to_whoever_answers() {
        assertThat(CallHolder.of(List.of(answered(BOB, 9)), inConsole(2))).contains(BOB);
    }

    @Test
    void words_spoken_after_somebody_answered_are_that_ones_even_if_they_came_first() {
        var ann = inConsole(2, spoken(12));

        assertThat(CallHolder.of(List.of(answered(BOB, 9)), ann)).contains(BOB);
    }

    @Test
    void a_transfer_that_was_told_moves_it_from_whoever_speaks() {
        var ann = inConsole(2, spoken(4));

        assertThat(CallHolder.of(List.of(transferred(CAI, 9)), ann)).contains(CAI);
        assertThat(CallHolder.of(List.of(transferred(null, 8), answered(BOB, 9)), ann))
                .contains(BOB);
    }

    @Test
    void what_was_told_before_somebody_took_it_moves_nothing_when_it_is_told_again() {
        var ann = inConsole(20);

        assertThat(CallHolder.of(List.of(answered(BOB, 1)), ann)).isEmpty();
        assertThat(CallHolder.of(List.of(transferred(BOB, 1)), ann)).isEmpty();
    }

    @Test
    void by_hand_is_who_no_event_has_named() {
        assertThat(CallHolder.byHand(List.of(answered(BOB, 1)), ANN)).isTrue();
        assertThat(CallHolder.byHand(List.of(answered(ANN, 1), transferred(null, 3)), ANN))
                .isFalse();
    }

    @Test
    void words_without_a_time_of_their_own_count_when_they_arrived() {
        var untimed = message(5, new Author.Agent(ANN, "安"), new Body.Text("您好"), 5);

        assertThat(CallHolder.of(List.of(answered(BOB, 9)), CallHolder.inConsole(ANN, List.of(joined(2), untimed))))
                .isEmpty();
    }

    private static Told answered(StaffId agent, int second) {
        return new Told(false, agent, at(second), second * 1000L, at(second));
    }

    private static Told transferred(@Nullable StaffId agent, int second) {
        return new Told(true, agent, at(second), second * 1000L, at(second));
    }

    private static InConsole inConsole(int second, Message... spoken) {
        return CallHolder.inConsole(
                ANN,
                Stream.concat(Stream.of(joined(second)), Arrays.stream(spoken)).toList());
    }

    private static Message joined(int second) {
        return message(1, new Author.System(), new Body.Notice("agent-joined", "安已接入", Map.of()), second);
    }

    /** It arrives at once, whenever it was spoken. */
    private static Message spoken(int second) {
        return message(2, new Author.Agent(ANN, "安"), Body.Text.spoken("您好", second * 1000L, null), 5);
    }

    private static Message message(long seq, Author author, Body body, int second) {
        return new Message(ConversationId.of(new UUID(0, 9)), seq, author, body, at(second));
    }

    private static Instant at(int second) {
        return BEGAN.plusSeconds(second);
    }
}
