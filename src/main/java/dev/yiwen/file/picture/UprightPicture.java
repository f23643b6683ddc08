package dev.yiwen.file.picture;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture's dots, the right way up, on white. Of a film the first frame. Blocking; needs at most some sixteen bytes for each dot of
 * the result, not of the picture.
 */
public final class UprightPicture {
    private UprightPicture() {}

    /**
     * Fails with {@code IOException} where nothing here decodes it: WebP, JPEG for printers.
     *
     * @param most dots of the result
     */
    public static BufferedImage of(String mediaType, BarePicture picture, long most) throws IOException {
        // Dots are left out while decoding down to twice as many each way; those are averaged.
        int step = (int) Math.max(1, Math.ceil(Math.sqrt(picture.dots() / (4.0 * most))));
        return scaled(read(mediaType, picture.content(), step), picture, most);
    }

    static BufferedImage read(String mediaType, byte[] content, int step) throws IOException {
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
}
