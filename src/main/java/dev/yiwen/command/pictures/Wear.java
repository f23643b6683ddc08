package dev.yiwen.command.pictures;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What happens to a picture on its way: all of it is sent as JPEG. */
public enum Wear {
    CLEAN(0.92f),
    SQUEEZED(0.2f),
    SMALL(0.8f),
    /** Forwarded as a thumbnail: small print has eight rows of dots. */
    THUMBNAIL(0.6f),
    LEANING(0.8f),
    SIDEWAYS(0.8f),
    UPSIDE_DOWN(0.8f),
    NOISY(0.7f),
    /** From aside, half in the shade, out of focus. */
    PHOTO(0.6f);

    private static final int MARGIN = 120;

    private final float quality;

    Wear(float quality) {
        this.quality = quality;
    }

    /** The same for the same seed. */
    public byte[] on(BufferedImage picture, long seed) throws IOException {
        return jpeg(worn(picture, new Random(seed)));
    }

    private BufferedImage worn(BufferedImage it, Random random) {
        return switch (this) {
            case CLEAN, SQUEEZED -> it;
            case SMALL -> moved(it, AffineTransform.getScaleInstance(0.5, 0.5), it.getWidth() / 2, it.getHeight() / 2);
            case THUMBNAIL ->
                moved(it, AffineTransform.getScaleInstance(0.3, 0.3), it.getWidth() * 3 / 10, it.getHeight() * 3 / 10);
            case LEANING -> leaning(it, Math.toRadians(3 + random.nextInt(5)));
            case SIDEWAYS ->
                moved(it, new AffineTransform(0, 1, -1, 0, it.getHeight(), 0), it.getHeight(), it.getWidth());
            case UPSIDE_DOWN ->
                moved(
                        it,
                        new AffineTransform(-1, 0, 0, -1, it.getWidth(), it.getHeight()),
                        it.getWidth(),
                        it.getHeight());
            case NOISY -> noisy(it, random, 28);
            case PHOTO -> noisy(shaded(fromAside(it)), random, 8);
        };
    }

    private static BufferedImage moved(BufferedImage it, AffineTransform how, int width, int height) {
        var moved = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = moved.createGraphics();
        pen.setColor(new Color(0x8A7F70));
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.drawImage(it, how, null);
        pen.dispose();
        return moved;
    }

    private static BufferedImage leaning(BufferedImage it, double by) {
        var how = AffineTransform.getTranslateInstance(MARGIN, MARGIN);
        how.rotate(by, it.getWidth() / 2.0, it.getHeight() / 2.0);
        return moved(it, how, it.getWidth() + 2 * MARGIN, it.getHeight() + 2 * MARGIN);
    }

    private static BufferedImage noisy(BufferedImage it, Random random, int most) {
        var noisy = new BufferedImage(it.getWidth(), it.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < it.getHeight(); y++) {
            for (int x = 0; x < it.getWidth(); x++) {
                int dot = it.getRGB(x, y);
                int by = (int) (random.nextGaussian() * most);
                noisy.setRGB(
                        x,
                        y,
                        level(dot >> 16 & 0xFF, by) << 16 | level(dot >> 8 & 0xFF, by) << 8 | level(dot & 0xFF, by));
            }
        }
        return noisy;
    }

    private static int level(int value, int by) {
        return Math.clamp(value + by, 0, 255);
    }

    /** Its upper edge is a fifth shorter than its lower one, and each dot a mean of four. */
    private static BufferedImage fromAside(BufferedImage it) {
        int width = it.getWidth();
        int height = it.getHeight();
        var seen = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            double share = 0.8 + 0.2 * y / height;
            double left = width * (1 - share) / 2 + 0.04 * (height - y);
            for (int x = 0; x < width; x++) {
                double from = (x - left) / share;
                // Farther rows are nearer each other.
                double down = height * Math.pow((double) y / height, 0.92);
                seen.setRGB(
                        x, y, from < 0 || from >= width - 1 ? 0x8A7F70 : mean(it, from, Math.min(down, height - 2)));
            }
        }
        return seen;
    }

    private static int mean(BufferedImage it, double x, double y) {
        int a = it.getRGB((int) x, (int) y);
        int b = it.getRGB((int) x + 1, (int) y);
        int c = it.getRGB((int) x, (int) y + 1);
        int d = it.getRGB((int) x + 1, (int) y + 1);
        int mean = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            mean |= ((a >> shift & 0xFF) + (b >> shift & 0xFF) + (c >> shift & 0xFF) + (d >> shift & 0xFF)) / 4
                    << shift;
        }
        return mean;
    }

    private static BufferedImage shaded(BufferedImage it) {
        for (int y = 0; y < it.getHeight(); y++) {
            for (int x = 0; x < it.getWidth(); x++) {
                double light = 0.55 + 0.45 * x / it.getWidth();
                int dot = it.getRGB(x, y);
                it.setRGB(
                        x,
                        y,
                        (int) ((dot >> 16 & 0xFF) * light) << 16
                                | (int) ((dot >> 8 & 0xFF) * light) << 8
                                | (int) ((dot & 0xFF) * light));
            }
        }
        return it;
    }

    private byte[] jpeg(BufferedImage picture) throws IOException {
        var plain = moved(picture, new AffineTransform(), picture.getWidth(), picture.getHeight());
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(plain, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
