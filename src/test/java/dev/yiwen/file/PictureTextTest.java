package dev.yiwen.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.command.pictures.DrawnPicture;
import dev.yiwen.command.pictures.DrawnPicture.Scene;
import dev.yiwen.command.pictures.Wear;
import dev.yiwen.file.ocr.OcrConfig;
import dev.yiwen.file.picture.PictureConfig;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Reading is bounded, and whatever happens to it a picture is sent. */
class PictureTextTest {
    @Test
    void a_picture_is_read() throws IOException {
        var text = text(new Settings(true, 20, Duration.ofSeconds(60)));

        assertThat(now(text.of("image/jpeg", error())))
                .hasValueSatisfying(it -> assertThat(it).contains("时间"));
    }

    @Test
    void one_that_takes_too_long_is_there_without_its_words() throws IOException {
        var text = text(new Settings(true, 20, Duration.ofMillis(1)));

        assertThat(now(text.of("image/jpeg", error()))).isEmpty();
    }

    @Test
    void of_too_many_at_once_some_are_not_read_and_none_fails() throws IOException {
        var text = text(new Settings(true, 1, Duration.ofSeconds(60)));
        byte[] error = error();

        List<Optional<String>> read = now(Uni.join()
                .all(IntStream.range(0, 5)
                        .mapToObj(i -> text.of("image/jpeg", error))
                        .toList())
                .andFailFast());

        assertThat(read).hasSize(5).anyMatch(Optional::isPresent).anyMatch(Optional::isEmpty);
    }

    @Test
    void switched_off_nothing_is_read() throws IOException {
        var text = text(new Settings(false, 20, Duration.ofSeconds(60)));

        assertThat(text.reads()).isFalse();
        assertThat(now(text.of("image/jpeg", error()))).isEmpty();
    }

    @Test
    void what_is_broken_fails_nobody() {
        assertThat(now(text(new Settings(true, 20, Duration.ofSeconds(60))).of("image/jpeg", new byte[] {1, 2, 3})))
                .isEmpty();
    }

    private static PictureText text(OcrConfig config) {
        return new PictureText(config, new Limits());
    }

    private static byte[] error() throws IOException {
        return Wear.CLEAN.on(
                DrawnPicture.of(Scene.ERROR, DrawnPicture.font().orElseThrow(), 2)
                        .picture(),
                2);
    }

    private static <T> T now(Uni<T> uni) {
        return uni.await().atMost(Duration.ofSeconds(120));
    }

    private record Settings(boolean enabled, int mostWaiting, Duration patience) implements OcrConfig {
        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public long dots() {
            return 1_000_000;
        }
    }

    private record Limits() implements PictureConfig {
        @Override
        public long dots() {
            return 50_000_000;
        }

        @Override
        public int parts() {
            return 20_000;
        }

        @Override
        public int dotsPerByte() {
            return 2500;
        }

        @Override
        public int atOnce() {
            return 2;
        }

        @Override
        public int preview() {
            return 1600;
        }
    }
}
