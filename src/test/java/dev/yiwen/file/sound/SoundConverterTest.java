package dev.yiwen.file.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of a converter, and what one may do. */
class SoundConverterTest {
    @TempDir
    Path folder;

    @Test
    void samples_come_from_its_output_and_it_is_told_what_it_gets() throws IOException {
        var converter = ffmpeg("echo \"$@\" > '%s/asked'; printf abcd".formatted(folder));

        assertThat(converter.samples("audio/webm", new byte[] {1}, 16_000)).hasValue("abcd".getBytes());
        assertThat(Files.readString(folder.resolve("asked")))
                .contains("-protocol_whitelist file,pipe", "-f matroska -i file:", "-ar 16000 -f s16le pipe:1");
    }

    @Test
    void what_it_refuses_is_nothing() throws IOException {
        assertThat(ffmpeg("printf half; exit 1").samples("audio/amr", new byte[9], 8000))
                .isEmpty();
        assertThat(ffmpeg("exit 0").samples("audio/amr", new byte[9], 8000)).isEmpty();
        assertThat(ffmpeg("printf abcd").samples("application/pdf", new byte[9], 8000))
                .isEmpty();
    }

    @Test
    void one_that_never_ends_is_ended() throws IOException {
        var slow = converter("exec sleep 600", "ffmpeg", Duration.ofMillis(200));

        assertThat(slow.samples("audio/amr", new byte[9], 8000)).isEmpty();
    }

    @Test
    void one_that_says_too_much_is_cut() throws IOException {
        var endless = ffmpeg("exec yes");

        assertThat(endless.samples("audio/amr", new byte[9], 8000))
                .hasValueSatisfying(it -> assertThat(it).hasSize(2 * 60 * 8000 * 2));
    }

    @Test
    void nothing_is_left_behind() throws IOException {
        var converter = ffmpeg(
                "for a in \"$@\"; do case $a in file:*) echo \"${a#file:}\" > '%s/input';; esac; done; printf abcd"
                        .formatted(folder));

        converter.samples("audio/amr", new byte[9], 8000);

        assertThat(Path.of(Files.readString(folder.resolve("input")).strip())).doesNotExist();
    }

    @Test
    void none_is_none() {
        assertThat(SoundConverter.of(new Settings(Optional.of("none"), Duration.ofSeconds(5))))
                .isEmpty();
    }

    @Test
    void one_that_is_not_there_fails_nobody() {
        var missing = SoundConverter.of(new Settings(Optional.of("/nowhere/ffmpeg"), Duration.ofSeconds(5)))
                .orElseThrow();

        assertThat(missing.samples("audio/amr", new byte[9], 8000)).isEmpty();
    }

    @Test
    void a_voice_of_wechat_becomes_as_many_samples_as_it_lasts() {
        var here = SoundConverter.of(new Settings(Optional.empty(), Duration.ofSeconds(30)));
        assumeTrue(here.isPresent(), "neither ffmpeg nor sox is on this machine");

        var samples = here.get().samples("audio/amr", AmrVoice.seconds(3), 8000);

        assertThat(samples)
                .hasValueSatisfying(it -> assertThat(it.length).isBetween(3 * 16_000 - 1000, 3 * 16_000 + 1000));
        assertThat(here.get().samples("audio/amr", AmrVoice.seconds(3), 16_000))
                .hasValueSatisfying(it -> assertThat(it.length).isBetween(3 * 32_000 - 2000, 3 * 32_000 + 2000));
        assertThat(here.get().samples("audio/amr", "no sound at all".getBytes(), 8000))
                .isEmpty();
    }

    @Test
    void length_is_counted_in_frames() {
        assertThat(AmrLength.seconds(AmrVoice.seconds(3))).isEqualTo(3);
        assertThat(AmrLength.seconds(Arrays.copyOf(AmrVoice.seconds(3), 2000))).isEqualTo(1);
        assertThat(AmrLength.seconds("#!AMR\n".getBytes())).isZero();
        assertThat(AmrLength.seconds("RIFF".getBytes())).isZero();
        assertThat(AmrLength.seconds(new byte[0])).isZero();
    }

    private SoundConverter ffmpeg(String script) throws IOException {
        return converter(script, "ffmpeg", Duration.ofSeconds(20));
    }

    private SoundConverter converter(String script, String name, Duration patience) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return SoundConverter.of(new Settings(Optional.of(file.toString()), patience))
                .orElseThrow();
    }

    private record Settings(Optional<String> converter, Duration patience) implements SoundConfig {
        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public Duration longest() {
            return Duration.ofMinutes(2);
        }
    }
}
