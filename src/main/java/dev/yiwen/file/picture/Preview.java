package dev.yiwen.file.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** A picture small enough for a page. Blocking; needs at most some sixteen bytes for each dot of the small one, not of the large. */
public sealed interface Preview {

    /** Of a picture a JPEG, upright; of a sound a WAV. */
    record Made(byte[] content) implements Preview {}

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
            return new Made(jpeg(UprightPicture.of(mediaType, picture, most)));
        } catch (IOException | RuntimeException e) {
            return new None();
        }
    }

    private static boolean decodes(String mediaType, BarePicture picture) throws IOException {
        return UprightPicture.read(mediaType, picture.content(), 8).getWidth() > 0;
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
