package dev.yiwen.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.conversation.Participant;
import dev.yiwen.conversation.ToneCourse;
import dev.yiwen.conversation.ToneCourse.Reading;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Series of readings, one a second, in characters a second and dB, with the scatter of speech. */
final class VoiceRiseTest {
    private static final double ANGRY = 0.5;

    private final Random random = new Random(7);
    private final List<Reading> heard = new ArrayList<>();

    @Test
    void a_voice_as_it_was_at_the_beginning_adds_nothing() {
        speaks(120, 4.5, -28);

        assertThat(rise()).isZero();
    }

    @Test
    void faster_and_louder_than_at_the_beginning_adds_most() {
        speaks(60, 4.5, -28);
        speaks(10, 8, -16);

        assertThat(rise()).isEqualTo(VoiceRise.MOST);
    }

    @Test
    void one_of_both_adds_half_of_it_at_most() {
        speaks(60, 4.5, -28);
        speaks(10, 4.5, -10);
        assertThat(rise()).isBetween(0.1, VoiceRise.MOST / 2 + 0.01);

        heard.clear();
        speaks(60, 4.5, -28);
        speaks(10, 9, -28);
        assertThat(rise()).isBetween(0.1, VoiceRise.MOST / 2 + 0.01);
    }

    @Test
    void a_loud_line_from_the_start_adds_nothing() {
        speaks(120, 7.5, -8);

        assertThat(rise()).isZero();
    }

    @Test
    void nothing_is_known_of_a_speaker_before_half_a_minute() {
        speaks(20, 4.5, -28);
        speaks(6, 9, -10);

        assertThat(rise()).isZero();
    }

    @Test
    void who_grows_loud_within_the_first_minute_is_compared_with_what_was_before() {
        speaks(40, 4.5, -28);
        speaks(6, 9, -12);

        assertThat(rise()).isGreaterThan(0.2);
    }

    @Test
    void a_single_shout_or_a_cough_adds_nothing() {
        speaks(60, 4.5, -28);
        speaks(1, 12, -5);
        speaks(3, 4.5, -28);

        assertThat(rise()).isZero();
    }

    @Test
    void a_few_wild_readings_at_the_beginning_do_not_shift_what_is_usual() {
        speaks(50, 4.5, -28);
        speaks(8, 11, -3);
        speaks(60, 4.5, -28);
        assertThat(rise()).isZero();

        speaks(6, 8.5, -14);

        assertThat(rise()).isGreaterThan(0.2);
    }

    @Test
    void slower_and_softer_is_no_anger() {
        speaks(60, 4.5, -28);
        speaks(10, 2, -40);

        assertThat(rise()).isZero();
    }

    @Test
    void however_a_voice_rises_it_alone_is_never_angry() {
        speaks(60, 4.5, -28);
        speaks(10, 30, 0);

        assertThat(VoiceRise.angerOf(0, rise())).isLessThan(ANGRY);
        assertThat(VoiceRise.angerOf(0.2, rise())).isLessThan(ANGRY);
        assertThat(VoiceRise.angerOf(0.35, rise())).isGreaterThan(ANGRY);
        assertThat(VoiceRise.angerOf(0.35, 0)).isLessThan(ANGRY);
    }

    @Test
    void hardly_any_readings_say_nothing() {
        assertThat(rise()).isZero();
        heard.add(new Reading(4, -20));
        assertThat(rise()).isZero();
    }

    private void speaks(int seconds, double rate, double loudness) {
        for (int i = 0; i < seconds; i++) {
            heard.add(new Reading(rate + random.nextGaussian() * 0.5, loudness + random.nextGaussian() * 1.5));
        }
    }

    /** As the rows keep it. */
    private double rise() {
        int size = heard.size();
        return VoiceRise.of(new ToneCourse(
                Participant.customer,
                Duration.ofSeconds(Math.max(0, size - 1)),
                heard.subList(0, Math.min(60, size)),
                heard.subList(Math.max(0, size - 5), size),
                size));
    }
}
