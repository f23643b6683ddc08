package dev.yiwen.channel.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.yiwen.channel.voice.CallEvent.Speaker;
import dev.yiwen.channel.voice.audio.CallWords.Heard;
import dev.yiwen.channel.voice.audio.CallWords.Side;
import dev.yiwen.channel.voice.audio.CallWords.SpokenTone;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was heard is read as what a telephony system reports. */
class RecognisedCallTest {
    private static final long AT = 1_790_000_000_000L;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void words_are_a_transcript(boolean last) {
        var event = read(RecognisedCall.event(new Heard("c-1", Side.CUSTOMER, "k3-1", "我的宽带断了。", AT), last));

        assertThat(event).isInstanceOfSatisfying(CallEvent.Transcript.class, it -> {
            assertThat(it.callId()).isEqualTo("c-1");
            assertThat(it.speaker()).isEqualTo(Speaker.CUSTOMER);
            assertThat(it.utteranceId()).isEqualTo("k3-1");
            assertThat(it.text()).isEqualTo("我的宽带断了。");
            assertThat(it.last()).isEqualTo(last);
            assertThat(it.spokenAt()).isEqualTo(AT);
        });
    }

    @Test
    void how_it_was_spoken_is_a_tone() {
        var event = read(RecognisedCall.event(new SpokenTone("c-1", Side.AGENT, 4.5, -23.25, AT)));

        assertThat(event).isInstanceOfSatisfying(CallEvent.Tone.class, it -> {
            assertThat(it.speaker()).isEqualTo(Speaker.AGENT);
            assertThat(it.rate()).isEqualTo(4.5);
            assertThat(it.loudness()).isEqualTo(-23.25);
            assertThat(it.at().instant()).isEqualTo(Instant.ofEpochMilli(AT));
        });
    }

    @Test
    void no_rate_is_more_than_an_event_takes() {
        var event = read(RecognisedCall.event(new SpokenTone("c-1", Side.AGENT, 1e6, -96, AT)));

        assertThat(event).isInstanceOf(CallEvent.Tone.class);
    }

    private static CallEvent read(ObjectNode event) {
        return CallEventReader.read(new ObjectMapper(), event.toString());
    }
}
