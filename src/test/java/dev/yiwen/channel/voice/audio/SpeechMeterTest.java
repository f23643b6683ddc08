package dev.yiwen.channel.voice.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.vertx.core.buffer.Buffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeechMeterTest {

    @ParameterizedTest
    @ValueSource(ints = {8000, 16000})
    void measures_a_sine_as_its_root_mean_square(int rate) {
        var meter = new SpeechMeter(rate);

        meter.hear(Pcm.silence(rate, 300));
        meter.hear(Pcm.tone(rate, 900, 0.1));
        meter.hear(Pcm.silence(rate, 300));

        var measured = meter.between(0, meter.heardMs());
        assertThat(meter.heardMs()).isEqualTo(1500);
        assertThat(measured.seconds()).isCloseTo(0.9, within(0.03));
        // A tenth of full scale is -20 dBFS at its peak, 3 dB less on the whole.
        assertThat(measured.loudness()).isCloseTo(-23.0, within(0.2));
    }

    @Test
    void says_nothing_of_how_loud_silence_is_spoken() {
        var meter = new SpeechMeter(8000);
        meter.hear(Pcm.silence(8000, 600));

        assertThat(meter.between(0, 600)).isEqualTo(new SpeechMeter.Measured(0, -96));
    }

    @Test
    void tells_one_stretch_from_another() {
        var meter = new SpeechMeter(8000);
        meter.hear(Pcm.silence(8000, 300));
        meter.hear(Pcm.tone(8000, 600, 0.05));
        meter.hear(Pcm.silence(8000, 300));
        meter.hear(Pcm.tone(8000, 600, 0.5));

        assertThat(meter.speechFrom(0, 1800)).isEqualTo(300);
        assertThat(meter.speechFrom(900, 1800)).isEqualTo(1200);
        assertThat(meter.between(900, 1800).loudness() - meter.between(0, 900).loudness())
                .isCloseTo(20, within(0.2));
    }

    @Test
    void a_noisy_line_is_no_speech() {
        var meter = new SpeechMeter(8000);
        meter.hear(noise(8000, 1500, 150));
        meter.hear(Pcm.tone(8000, 600, 0.2));
        meter.hear(noise(8000, 600, 150));

        assertThat(meter.between(0, meter.heardMs()).seconds()).isCloseTo(0.6, within(0.03));
    }

    @Test
    void samples_may_be_cut_between_frames() {
        var whole = new SpeechMeter(8000);
        var cut = new SpeechMeter(8000);
        var pcm = Pcm.tone(8000, 600, 0.3);

        whole.hear(pcm);
        for (int at = 0; at < pcm.length(); at += 7) {
            cut.hear(pcm.getBuffer(at, Math.min(pcm.length(), at + 7)));
        }

        assertThat(cut.between(0, 600)).isEqualTo(whole.between(0, 600));
    }

    @Test
    void forgets_what_is_older_than_two_minutes() {
        var meter = new SpeechMeter(8000);
        meter.hear(Pcm.tone(8000, 3000, 0.3));
        meter.hear(Pcm.silence(8000, 120_000));

        assertThat(meter.between(0, meter.heardMs()).seconds()).isZero();
    }

    private static Buffer noise(int rate, int ms, double spread) {
        var random = new Random(7);
        var pcm = Buffer.buffer();
        for (int i = 0; i < rate * ms / 1000; i++) {
            pcm.appendShortLE((short) (random.nextGaussian() * spread));
        }
        return pcm;
    }
}
