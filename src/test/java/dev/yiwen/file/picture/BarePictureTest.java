package dev.yiwen.file.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.xmp.XmpDirectory;
import dev.yiwen.shared.Problem;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BarePictureTest {
    private static final PictureLimits LIMITS = new PictureLimits(50_000_000, 20_000, 2_500);

    static Stream<Arguments> pictures() {
        return Stream.of(
                Arguments.of("image/jpeg", Snapshots.jpeg()),
                Arguments.of("image/png", Snapshots.png()),
                Arguments.of("image/webp", Snapshots.webp()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void the_place_and_the_owner_are_left_out_and_the_way_up_is_kept(String type, byte[] taken) throws Exception {
        assertThat(read(taken).containsDirectoryOfType(GpsDirectory.class))
                .as("the test's own picture says where it was taken")
                .isTrue();

        var bare = bare(type, taken);

        var left = read(bare);
        assertThat(left.getDirectories()).noneMatch(Directory::hasErrors);
        assertThat(left.containsDirectoryOfType(GpsDirectory.class)).isFalse();
        assertThat(left.containsDirectoryOfType(XmpDirectory.class)).isFalse();
        assertThat(left.getDirectoriesOfType(ExifIFD0Directory.class))
                .singleElement()
                .satisfies(it -> assertThat(it.getTags())
                        .singleElement()
                        .satisfies(tag -> assertThat(it.getInteger(ExifIFD0Directory.TAG_ORIENTATION))
                                .isEqualTo(Snapshots.TURNED)));
        assertThat(latin(bare)).doesNotContain(latin(Snapshots.utf8(Snapshots.SECRET)), "GPS", "Zhn");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void what_is_bare_stays_as_it_is(String type, byte[] taken) {
        var bare = bare(type, taken);

        assertThat(bare(type, bare)).isEqualTo(bare);
    }

    @Test
    void no_dot_of_a_jpeg_changes() throws Exception {
        var bare = bare("image/jpeg", Snapshots.jpeg());

        assertThat(dots(bare)).isEqualTo(dots(Snapshots.drawn("jpg")));
    }

    @Test
    void no_dot_of_a_png_changes() throws Exception {
        var bare = bare("image/png", Snapshots.png());

        assertThat(dots(bare)).isEqualTo(dots(Snapshots.drawn("png")));
    }

    @Test
    void a_film_keeps_its_frames_and_repeats_without_comments() throws Exception {
        var bare = bare("image/gif", Snapshots.gif());

        assertThat(latin(bare)).contains("NETSCAPE2.0").doesNotContain("XMP", latin(Snapshots.utf8(Snapshots.SECRET)));
        var reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bare)));
        assertThat(reader.getNumImages(true)).isEqualTo(2);
    }

    @Test
    void a_jpeg_whose_end_was_lost_is_kept_as_far_as_it_goes() throws Exception {
        var whole = Snapshots.drawn("jpg");

        var bare = bare("image/jpeg", Arrays.copyOf(whole, whole.length - 2));

        assertThat(bare).endsWith(0xFF, 0xD9);
        assertThat(dots(bare)).isEqualTo(dots(whole));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pictures")
    void a_damaged_picture_is_refused(String type, byte[] taken) {
        assertThatThrownBy(() -> bare(type, Arrays.copyOf(taken, 20)))
                .isInstanceOfSatisfying(
                        Problem.class, it -> assertThat(it.kind()).isEqualTo(Problem.Kind.FILE_DAMAGED));
    }

    private static byte[] bare(String type, byte[] picture) {
        return BarePicture.of(type, picture, LIMITS).content();
    }

    private static Metadata read(byte[] picture) throws Exception {
        return ImageMetadataReader.readMetadata(new ByteArrayInputStream(picture));
    }

    private static int[] dots(byte[] picture) throws Exception {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(picture));
        return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
