package dev.yiwen.file.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture small enough for a page. Blocking; needs at most some sixteen bytes for each dot of the small one, not of the large. */
public sealed interface Preview {

    /** Upright, as JPEG. */
    record Made(byte[] jpeg) implements Preview {}

    /** The picture is small enough. */
    record Itself() implements Preview {}

    /** It is damaged, or nothing here decodes it: large WebP, JPEG for printers. */
    record None() implements Preview {}

    /** @param side a preview has at most the dots of a square of this side, so that long screenshots stay legible */
    static Preview of(String mediaType, BarePicture picture, int side) {
        long most = (long) side * side;
        if (mediaType.equals("image/webp") && picture.dots() > most) {
            return new None();
        }
        try {
            if (picture.dots() <= most) {
                return mediaType.equals("image/webp") || decodes(mediaType, picture) ? new Itself() : new None();
            }
            // Dots are left out while decoding down to twice as many each way; those are averaged.
            int step = (int) Math.max(1, Math.ceil(Math.sqrt(picture.dots() / (4.0 * most))));
            return new Made(jpeg(scaled(read(mediaType, picture.content(), step), picture, most)));
        } catch (IOException | RuntimeException e) {
            return new None();
        }
    }

    private static boolean decodes(String mediaType, BarePicture picture) throws IOException {
        return read(mediaType, picture.content(), 8).getWidth() > 0;
    }

    private static BufferedImage read(String mediaType, byte[] content, int step) throws IOException {
        var readers = ImageIO.getImageReadersByMIMEType(mediaType);
        if (!readers.hasNext()) {
            throw new IOException("Nothing decodes " + mediaType);
        }
        ImageReader reader = readers.next();
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            var param = reader.getDefaultReadParam();
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage scaled(BufferedImage read, BarePicture picture, long most) {
        double scale = Math.min(1, Math.sqrt((double) most / picture.dots()));
        int width = (int) Math.max(1, picture.width() * scale);
        int height = (int) Math.max(1, picture.height() * scale);
        boolean lies = picture.orientation().value() >= 5;
        var small = new BufferedImage(lies ? height : width, lies ? width : height, BufferedImage.TYPE_INT_RGB);
        var pen = small.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, small.getWidth(), small.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        var place = upright(picture.orientation().value(), width, height);
        place.scale((double) width / read.getWidth(), (double) height / read.getHeight());
        pen.drawImage(read, place, null);
        pen.dispose();
        return small;
    }

    /** How a picture of that size is turned and mirrored (Exif 2.3, 4.6.4 A, Orientation). */
    private static AffineTransform upright(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    private static byte[] jpeg(BufferedImage picture) throws IOException {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(0.8f);
            writer.setOutput(stream);
            writer.write(null, new IIOImage(picture, null, null), param);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
