package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.channel.voice.LineHistory.Kind;
import dev.yiwen.channel.voice.LineHistory.Step;
import dev.yiwen.conversation.CallLine;
import dev.yiwen.conversation.Participant;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How a call stands after what befell it. */
final class LineHistoryTest {

    @Test
    void a_call_to_which_nothing_happened_stands_as_it_began() {
        var line = LineHistory.line(List.of());

        assertThat(line.heldSince()).isNull();
        assertThat(line.holds()).isZero();
        assertThat(line.muted()).isEmpty();
        assertThat(line.endedAt()).isNull();
    }

    @Test
    void a_hold_lasts_until_it_is_resumed() {
        var held = line(step(0, Kind.ANSWERED), step(10, Kind.HELD));
        assertThat(held.heldSince()).isEqualTo(at(10));

        var resumed = line(step(0, Kind.ANSWERED), step(10, Kind.HELD), step(35, Kind.RESUMED));
        assertThat(resumed.heldSince()).isNull();
        assertThat(resumed.heldSeconds()).isEqualTo(25);
        assertThat(resumed.holds()).isEqualTo(1);
    }

    @Test
    void what_is_told_twice_is_one() {
        var line = line(
                step(10, Kind.HELD),
                step(12, Kind.HELD),
                step(20, Kind.RESUMED),
                step(21, Kind.RESUMED),
                step(30, Kind.TRANSFERRED, null, "8002"),
                step(31, Kind.TRANSFERRED, null, "8002"));

        assertThat(line.holds()).isEqualTo(1);
        assertThat(line.heldSeconds()).isEqualTo(10);
        assertThat(line.transfers()).isEqualTo(1);
    }

    @Test
    void whoever_is_consulted_is_so_until_the_call_goes_on() {
        var asking = line(step(5, Kind.HELD), step(6, Kind.CONSULTING, null, "二线"));
        assertThat(asking.consulting()).isEqualTo("二线");
        assertThat(asking.consultingSince()).isEqualTo(at(6));

        var resumed = line(step(5, Kind.HELD), step(6, Kind.CONSULTING, null, "二线"), step(9, Kind.RESUMED));
        assertThat(resumed.consultingSince()).isNull();
        assertThat(resumed.consulting()).isNull();
    }

    @Test
    void a_transfer_is_shown_until_somebody_there_answers() {
        var given = line(step(0, Kind.ANSWERED), step(9, Kind.HELD), step(20, Kind.TRANSFERRED, null, "二线"));
        assertThat(given.transferredTo()).isEqualTo("二线");
        assertThat(given.heldSince()).isNull();

        var taken = line(step(0, Kind.ANSWERED), step(20, Kind.TRANSFERRED, null, "二线"), step(25, Kind.ANSWERED));
        assertThat(taken.transferredTo()).isNull();
        assertThat(taken.transfers()).isEqualTo(1);
        assertThat(taken.answeredAt()).isEqualTo(at(0));
    }

    @Test
    void each_side_is_muted_by_itself_and_the_next_agent_is_not() {
        var both = line(step(1, Kind.MUTED, "agent", null), step(2, Kind.MUTED, "customer", null));
        assertThat(both.muted()).containsExactly(Participant.customer, Participant.agent);

        var next = line(
                step(1, Kind.MUTED, "agent", null),
                step(2, Kind.MUTED, "customer", null),
                step(3, Kind.UNMUTED, "customer", null),
                step(4, Kind.TRANSFERRED, null, "8002"));
        assertThat(next.muted()).isEmpty();
    }

    @Test
    void the_end_ends_all_that_lasted() {
        var line = line(
                step(10, Kind.HELD),
                step(12, Kind.MUTED, "agent", null),
                step(13, Kind.CONSULTING, null, "8002"),
                step(40, Kind.ENDED, "customer", "normal"));

        assertThat(line.heldSince()).isNull();
        assertThat(line.heldSeconds()).isEqualTo(30);
        assertThat(line.muted()).isEmpty();
        assertThat(line.consultingSince()).isNull();
        assertThat(line.endedBy()).isEqualTo("customer");
        assertThat(line.endedWhy()).isEqualTo("normal");
    }

    @Test
    void who_ended_it_may_be_told_the_second_time_and_nothing_else_happens_after_the_end() {
        var line = line(
                step(40, Kind.ENDED),
                step(41, Kind.HELD),
                step(42, Kind.ENDED, "agent", "hangup"),
                step(43, Kind.ENDED, "customer", "later"));

        assertThat(line.endedAt()).isEqualTo(at(40));
        assertThat(line.endedBy()).isEqualTo("agent");
        assertThat(line.endedWhy()).isEqualTo("hangup");
        assertThat(line.holds()).isZero();
    }

    private static CallLine line(Step... steps) {
        return LineHistory.line(List.of(steps));
    }

    private static Step step(long seconds, Kind kind) {
        return step(seconds, kind, null, null);
    }

    private static Step step(long seconds, Kind kind, @Nullable String party, @Nullable String detail) {
        return new Step(kind, at(seconds), party, detail);
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(1_790_000_000 + seconds);
    }
}
