package dev.yiwen.file.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.yiwen.shared.Problem;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BombsTest {
    private static final PictureLimits LIMITS = new PictureLimits(50_000_000, 20_000, 2_500);
    private static final Duration HANG = Duration.ofSeconds(30);

    static Stream<Arguments> tooMuch() {
        return Stream.of(
                Arguments.of("comments", "image/gif", Bombs.gifOfComments()),
                Arguments.of("chunks", "image/webp", Bombs.webpOfChunks()),
                Arguments.of("dots", "image/png", Bombs.pngOfSize(29_000, 29_000)),
                Arguments.of("more than a number holds", "image/png", Bombs.pngOfSize(-1, -1)),
                Arguments.of("one row", "image/png", Bombs.pngOfSize(40_000_000, 1)),
                Arguments.of("dots that are not there", "image/jpeg", Bombs.jpegOfSize(6_000, 6_000)),
                Arguments.of("wide", "image/jpeg", Bombs.jpegOfSize(65_000, 65_000)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("tooMuch")
    void what_is_too_much_is_refused_before_anybody_decodes_it(String what, String type, byte[] bomb) {
        assertTimeoutPreemptively(
                HANG,
                () -> assertThatThrownBy(() -> BarePicture.of(type, bomb, LIMITS))
                        .isInstanceOfSatisfying(
                                Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.PICTURE_TOO_LARGE)));
    }

    @Test
    void notes_are_left_out_without_being_unpacked() {
        var bomb = Bombs.pngOfNotes();

        var bare = assertTimeoutPreemptively(HANG, () -> BarePicture.of("image/png", bomb, LIMITS));

        assertThat(bomb).hasSizeGreaterThan(8_000_000);
        assertThat(bare.content())
                .isEqualTo(BarePicture.of("image/png", Snapshots.drawn("png"), LIMITS)
                        .content());
    }

    @Test
    void fields_that_overlap_are_not_read() {
        var bare = assertTimeoutPreemptively(HANG, () -> BarePicture.of("image/jpeg", Bombs.jpegOfSegments(), LIMITS));

        assertThat(bare.content())
                .isEqualTo(BarePicture.of("image/jpeg", Snapshots.drawn("jpg"), LIMITS)
                        .content());
    }

    @Test
    void scans_without_end_and_frames_without_height_are_damage() {
        assertDamaged(Bombs.jpegOfScans());
        assertDamaged(Bombs.jpegOfSize(60, 0));
    }

    @Test
    void fifty_million_dots_are_scaled_without_holding_them() {
        var picture = BarePicture.of("image/png", Bombs.pngOfDots(7_000, 7_000), LIMITS);
        var before = allocated();

        var preview = Preview.of("image/png", picture, 1600);

        assertThat(preview).isInstanceOf(Preview.Made.class);
        assertThat(allocated() - before)
                .as("bytes; decoded as a whole they are 147 MB")
                .isLessThan(120_000_000);
        assertThat(((Preview.Made) preview).content()).hasSizeLessThan(500_000);
    }

    @Test
    void orientation_is_read_from_either_byte_order_and_from_nothing_else() {
        assertThat(Orientation.in(ByteBuffer.wrap(new Orientation(6).asTiff())).value())
                .isEqualTo(6);
        assertThat(Orientation.in(ByteBuffer.wrap(new byte[] {
                            'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0
                        }))
                        .value())
                .isEqualTo(8);
        assertThat(Orientation.in(ByteBuffer.wrap(new byte[] {'M', 'M', 0, 42, 127, 0, 0, 0})))
                .isEqualTo(Orientation.UPRIGHT);
        assertThat(Orientation.in(ByteBuffer.wrap(new byte[0]))).isEqualTo(Orientation.UPRIGHT);
    }

    private static void assertDamaged(byte[] picture) {
        assertThatThrownBy(() -> BarePicture.of("image/jpeg", picture, LIMITS))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.FILE_DAMAGED));
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
