package dev.yiwen.file.picture;

import dev.yiwen.shared.Problem;
import java.nio.BufferUnderflowException;
import java.nio.ByteOrder;
import java.util.Set;

/**
 * A picture without what its camera and its programs wrote into it: place, time, device, owner, comments, thumbnails, whatever
 * follows its end. Its dots are not touched, nor looked at. Of all of that only the way up stays. What is kept is listed, not
 * what is left out, so that the next maker's field is left out too; and what is left out is never read, however it is packed.
 */
public record BarePicture(byte[] content, int width, int height, Orientation orientation) {
    /** That every browser shows, and that carry nothing to run. */
    public static final Set<String> SHOWN = Set.of("image/jpeg", "image/png", "image/webp", "image/gif");

    /**
     * Fails with {@code FILE_DAMAGED}, and with {@code PICTURE_TOO_LARGE}.
     *
     * @param mediaType one of {@link #SHOWN}, as the content says
     */
    public static BarePicture of(String mediaType, byte[] content, PictureLimits limits) {
        try {
            return switch (mediaType) {
                case "image/jpeg" -> Jpeg.bare(new PictureSource(content, limits, ByteOrder.BIG_ENDIAN));
                case "image/png" -> Png.bare(new PictureSource(content, limits, ByteOrder.BIG_ENDIAN));
                case "image/webp" -> Webp.bare(new PictureSource(content, limits, ByteOrder.LITTLE_ENDIAN));
                case "image/gif" -> Gif.bare(new PictureSource(content, limits, ByteOrder.LITTLE_ENDIAN));
                default -> throw new IllegalArgumentException(mediaType + " is not shown");
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new Problem(Problem.Kind.FILE_DAMAGED, "The picture is damaged.");
        }
    }

    long dots() {
        return (long) width * height;
    }

    static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("Not the format that it begins as");
        }
    }
}
