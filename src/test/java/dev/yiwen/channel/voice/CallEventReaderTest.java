package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.yiwen.shared.Problem;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of the wire, and what is refused in words. */
final class CallEventReaderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void a_moment_is_since_the_call_began_or_since_1970_or_a_date_with_its_zone() {
        assertThat(moment("12500").millisSinceBegin()).isEqualTo(12500);
        assertThat(moment("1790000000000").instant()).isEqualTo(Instant.ofEpochSecond(1_790_000_000));
        assertThat(moment("\"2026-11-30T10:00:00+08:00\"").instant()).isEqualTo(Instant.parse("2026-11-30T02:00:00Z"));
        assertThat(moment("null").isTold()).isFalse();
    }

    @Test
    void with_a_time_or_an_id_of_its_own_it_is_known_again() {
        assertThat(moment("12500").id()).contains("held@12500");
        assertThat(moment("null").id()).isEmpty();
        var event =
                (CallEvent.Held) read("{'type': 'held', 'callId': 'c', 'eventId': 'e7', 'at': 3}".replace('\'', '"'));
        assertThat(event.at().id()).contains("#e7");
    }

    @Test
    void two_sides_muted_in_one_moment_are_two_events() {
        var agent = (CallEvent.Muted) read("{\"type\":\"muted\",\"callId\":\"c\",\"speaker\":\"agent\",\"at\":3}");
        var customer =
                (CallEvent.Muted) read("{\"type\":\"muted\",\"callId\":\"c\",\"speaker\":\"customer\",\"at\":3}");

        assertThat(agent.at().id()).isNotEqualTo(customer.at().id());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"held\",\"at\":\"2026-11-30 10:00:00\"}",
                "{\"type\":\"held\",\"at\":-1}",
                "{\"type\":\"held\",\"at\":1e300}",
                "{\"type\":\"held\",\"at\":true}",
                "{\"type\":\"transferred\"}",
                "{\"type\":\"muted\"}",
                "{\"type\":\"muted\",\"speaker\":\"dog\"}",
                "{\"type\":\"tone\",\"speaker\":\"agent\",\"rate\":\"fast\",\"loudness\":-20}",
                "{\"type\":\"tone\",\"speaker\":\"agent\",\"rate\":4,\"loudness\":999}",
                "{\"type\":\"tone\",\"speaker\":\"agent\",\"rate\":-4,\"loudness\":-20}",
                "{\"type\":\"ended\",\"by\":\"cat\"}",
                "{\"type\":\"transcript\",\"speaker\":\"agent\",\"text\":\"a\",\"final\":true,\"at\":1,\"revision\":-1}",
                "{\"type\":\"transcript\",\"speaker\":\"agent\",\"text\":\"a\",\"final\":true,\"at\":1,\"revision\":\"2\"}"
            })
    void what_makes_no_sense_is_refused_in_words(String event) {
        assertThatThrownBy(() -> read(event.replace("{\"type\"", "{\"callId\":\"c\",\"type\"")))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.INVALID));
    }

    @Test
    void an_event_of_a_batch_may_leave_the_call_out_and_name_no_other() throws JsonProcessingException {
        assertThat(CallEventReader.read(JSON.readTree("{\"type\":\"held\"}"), "c")
                        .callId())
                .isEqualTo("c");
        var other = JSON.readTree("{\"type\":\"held\",\"callId\":\"d\"}");

        assertThatThrownBy(() -> CallEventReader.read(other, "c")).isInstanceOf(Problem.class);
    }

    private static CallMoment moment(String at) {
        return ((CallEvent.Held) read("{\"type\":\"held\",\"callId\":\"c\",\"at\":" + at + "}")).at();
    }

    private static CallEvent read(String event) {
        return CallEventReader.read(JSON, event);
    }
}
