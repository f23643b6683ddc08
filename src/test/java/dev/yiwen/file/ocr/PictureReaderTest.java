package dev.yiwen.file.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.yiwen.command.pictures.DrawnPicture;
import dev.yiwen.command.pictures.DrawnPicture.Scene;
import dev.yiwen.command.pictures.Wear;
import dev.yiwen.file.picture.PictureLimits;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the models themselves, on pictures that are drawn here. */
class PictureReaderTest {
    private static final PictureReader READER =
            new PictureReader(new PictureLimits(50_000_000, 20_000, 2500), 1_000_000);

    @AfterAll
    static void close() {
        READER.close();
    }

    @ParameterizedTest
    @EnumSource(value = Wear.class, names = "THUMBNAIL", mode = EnumSource.Mode.EXCLUDE)
    void a_bill_is_read_however_it_came(Wear wear) throws IOException {
        var bill = drawn(Scene.BILL);

        var read = READER.read("image/jpeg", wear.on(bill.picture(), 7), () -> false);

        assertThat(read).isPresent();
        var rows = read.get().lines().map(PictureReaderTest::bare).toList();
        assertThat(rows)
                .hasSize(bill.rows().size())
                .containsSequence(bill.rows().stream()
                        .limit(7)
                        .map(PictureReaderTest::bare)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Scene.class)
    void whatever_is_shown_is_read(Scene scene) throws IOException {
        var drawn = drawn(scene);

        var read = READER.read("image/jpeg", Wear.CLEAN.on(drawn.picture(), 7), () -> false);

        assertThat(bare(read.orElse(""))).isEqualTo(bare(String.join("\n", drawn.rows())));
    }

    @Test
    void what_stands_beside_each_other_is_one_row() throws IOException {
        var read = READER.read("image/png", png(drawn(Scene.BILL).picture()), () -> false);

        assertThat(read.orElse("").lines()).anyMatch(it -> it.matches("套餐月费 \\d+\\.00元"));
    }

    @Test
    void a_picture_without_text_says_nothing() throws IOException {
        var sky = new BufferedImage(800, 600, BufferedImage.TYPE_INT_RGB);
        var pen = sky.createGraphics();
        pen.setColor(new Color(0x87CEEB));
        pen.fillRect(0, 0, 800, 600);
        pen.dispose();

        assertThat(READER.read("image/png", png(sky), () -> false)).isEmpty();
        assertThat(READER.read("image/png", png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB)), () -> false))
                .isEmpty();
        assertThat(READER.read("image/png", png(new BufferedImage(3, 4000, BufferedImage.TYPE_INT_RGB)), () -> false))
                .isEmpty();
    }

    @Test
    void noise_is_no_text_and_ends() throws IOException {
        var noise = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB);
        var random = new Random(3);
        for (int y = 0; y < 1000; y++) {
            for (int x = 0; x < 1000; x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }

        assertThat(READER.read("image/png", png(noise), () -> false).orElse("").length())
                .isLessThan(20);
    }

    @Test
    void what_is_broken_or_no_picture_is_not_read() throws IOException {
        byte[] whole = Wear.CLEAN.on(drawn(Scene.ERROR).picture(), 1);

        assertThat(READER.read("image/jpeg", Arrays.copyOf(whole, 300), () -> false))
                .isEmpty();
        assertThat(READER.read("image/png", whole, () -> false)).isEmpty();
        assertThat(READER.read("image/webp", "RIFF    WEBPVP8 ".getBytes(), () -> false))
                .isEmpty();
        assertThat(READER.read("application/pdf", whole, () -> false)).isEmpty();
    }

    /** 20,000 × 20,000 dots in 80 bytes. */
    @Test
    void a_bomb_is_not_decoded() {
        assertThat(READER.read("image/png", pngOf(20_000, 20_000), () -> false)).isEmpty();
    }

    @Test
    void of_an_animation_the_first_frame_is_read() throws IOException {
        var gif = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (var out = ImageIO.createImageOutputStream(gif)) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            writer.writeToSequence(new javax.imageio.IIOImage(drawn(Scene.ERROR).picture(), null, null), null);
            writer.writeToSequence(new javax.imageio.IIOImage(drawn(Scene.BILL).picture(), null, null), null);
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }

        var read = READER.read("image/gif", gif.toByteArray(), () -> false).orElse("");

        assertThat(bare(read)).contains(bare(drawn(Scene.ERROR).rows().getFirst()));
        assertThat(read).doesNotContain("话费账单");
    }

    @Test
    void nobody_waiting_ends_it_between_two_lines() throws IOException {
        var asked = new AtomicInteger();

        var read = READER.read("image/png", png(drawn(Scene.BILL).picture()), () -> asked.incrementAndGet() > 4);

        assertThat(read.orElse("").lines().count())
                .isLessThan(drawn(Scene.BILL).rows().size());
    }

    private static DrawnPicture drawn(Scene scene) {
        return DrawnPicture.of(scene, DrawnPicture.font().orElseThrow(), 11);
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "").replace('：', ':').replace('，', ',');
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static byte[] pngOf(int width, int height) {
        var chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes())
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        var sum = new CRC32();
        sum.update(chunk);
        return ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put(chunk)
                .putInt((int) sum.getValue())
                .array();
    }
}
