package dev.yiwen.channel.wechat.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.yiwen.channel.wechat.platform.CallOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettlementTest {

    @Test
    void what_nobody_knows_of_is_said_so_and_repeated_only_where_that_is_safe() {
        var unknown = new CallOutcome.Unknown("SocketTimeoutException");

        assertThat(Settlement.of(unknown, false, 1).state()).isEqualTo(OutboxState.UNKNOWN);
        assertThat(Settlement.of(unknown, false, 1).refunds()).isFalse();
        assertThat(Settlement.of(unknown, true, 1).state()).isEqualTo(OutboxState.PLANNED);
        assertThat(Settlement.of(new CallOutcome.Refused(-1, "system error"), false, 1)
                        .state())
                .isEqualTo(OutboxState.UNKNOWN);
    }

    @Test
    void what_never_left_is_tried_again_and_costs_nothing() {
        var first = Settlement.of(new CallOutcome.NotSent("ConnectException"), false, 1);

        assertThat(first.state()).isEqualTo(OutboxState.PLANNED);
        assertThat(first.refunds()).isTrue();
        assertThat(first.pause()).isPositive();
        assertThat(Settlement.of(new CallOutcome.NotSent("ConnectException"), false, 12)
                        .state())
                .isEqualTo(OutboxState.FAILED);
    }

    @ParameterizedTest
    @ValueSource(ints = {45015, 45047, 95001, 95002})
    void what_is_too_much_waits_for_the_customer(int code) {
        var it = Settlement.of(new CallOutcome.Refused(code, ""), true, 1);

        assertThat(it.state()).isEqualTo(OutboxState.PLANNED);
        assertThat(it.exhausted()).isTrue();
        assertThat(it.refunds()).isFalse();
    }

    @Test
    void an_id_that_was_sent_before_was_sent() {
        var repeated = new CallOutcome.Refused(95900, "msgid repeated");

        assertThat(Settlement.of(repeated, true, 2).state()).isEqualTo(OutboxState.SENT);
        assertThat(Settlement.of(repeated, true, 1).state()).isEqualTo(OutboxState.FAILED);
        assertThat(Settlement.of(repeated, false, 2).state()).isEqualTo(OutboxState.FAILED);
    }

    @Test
    void what_is_refused_says_why() {
        assertThat(Settlement.of(new CallOutcome.Refused(48001, ""), false, 1))
                .extracting(Settlement::state, Settlement::code)
                .containsExactly(OutboxState.FAILED, 48001);
        assertThat(Settlement.of(new CallOutcome.Done(MissingNode.getInstance()), false, 1)
                        .state())
                .isEqualTo(OutboxState.SENT);
    }
}
