package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class VoiceGateTest {

    @Test
    void opens_to_the_token_alone() {
        var gate = new VoiceGate(() -> Optional.of("secret"));

        assertThat(gate.opens(Optional.of("secret"))).isTrue();
        assertThat(gate.opens(Optional.of("secre"))).isFalse();
        assertThat(gate.opens(Optional.of(""))).isFalse();
        assertThat(gate.opens(Optional.empty())).isFalse();
    }

    @Test
    void stays_shut_when_no_token_is_configured() {
        assertThat(new VoiceGate(Optional::empty).opens(Optional.empty())).isFalse();
        assertThat(new VoiceGate(() -> Optional.of(" ")).opens(Optional.of(" ")))
                .isFalse();
    }
}
