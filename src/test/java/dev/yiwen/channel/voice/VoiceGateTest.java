package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VoiceGateTest {

    @Test
    void opens_to_the_token_alone() {
        var gate = new VoiceGate(() -> Optional.of("a-secret-of-26-characters!"));

        assertThat(gate.opens(Optional.of("a-secret-of-26-characters!"))).isTrue();
        assertThat(gate.opens(Optional.of("a-secret-of-26-characters"))).isFalse();
        assertThat(gate.opens(Optional.of(""))).isFalse();
        assertThat(gate.opens(Optional.empty())).isFalse();
    }

    @Test
    void stays_shut_when_no_token_is_configured() {
        assertThat(new VoiceGate(Optional::empty).opens(Optional.empty())).isFalse();
        assertThat(new VoiceGate(() -> Optional.of(" ")).opens(Optional.of(" ")))
                .isFalse();
    }

    @Test
    void takes_no_token_that_could_be_guessed() {
        assertThatThrownBy(() -> new VoiceGate(() -> Optional.of("12345678")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
