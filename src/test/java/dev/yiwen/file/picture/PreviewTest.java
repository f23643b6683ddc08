package dev.yiwen.file.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreviewTest {
    private static final PictureLimits LIMITS = new PictureLimits(50_000_000, 20_000, 2_500);

    @Test
    void a_small_picture_is_its_own_preview() {
        assertThat(Preview.of("image/jpeg", bare("image/jpeg", Snapshots.drawn("jpg")), 1600))
                .isInstanceOf(Preview.Itself.class);
    }

    /** Where the red corner, top left of the stored picture, is seen (Exif 2.3, 4.6.4 A, Orientation). */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "1, left, top",
        "2, right, top",
        "3, right, bottom",
        "4, left, bottom",
        "5, left, top",
        "6, right, top",
        "7, right, bottom",
        "8, left, bottom"
    })
    void a_preview_is_upright(int orientation, String side, String end) throws Exception {
        var picture = new BarePicture(corner(800, 400), 800, 400, new Orientation(orientation));

        var seen = seen(Preview.of("image/png", picture, 100));

        assertThat(seen.getWidth() > seen.getHeight()).isEqualTo(orientation < 5);
        assertThat(seen.getWidth() * seen.getHeight()).isBetween(9_000, 10_000);
        int x = side.equals("left") ? 3 : seen.getWidth() - 4;
        int y = end.equals("top") ? 3 : seen.getHeight() - 4;
        assertThat(new Color(seen.getRGB(x, y)).getBlue()).isLessThan(100);
        assertThat(new Color(seen.getRGB(seen.getWidth() - 1 - x, seen.getHeight() - 1 - y)).getBlue())
                .isGreaterThan(200);
    }

    @Test
    void a_damaged_picture_has_none() throws Exception {
        var whole = corner(2_000, 1_000);
        var broken = whole.clone();
        Arrays.fill(broken, 60, broken.length, (byte) 7);

        assertThat(Preview.of("image/png", new BarePicture(broken, 2_000, 1_000, Orientation.UPRIGHT), 100))
                .isInstanceOf(Preview.None.class);
    }

    private static BarePicture bare(String type, byte[] picture) {
        return BarePicture.of(type, picture, LIMITS);
    }

    private static BufferedImage seen(Preview preview) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(((Preview.Made) preview).content()));
    }

    private static byte[] corner(int width, int height) throws IOException {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 4);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
