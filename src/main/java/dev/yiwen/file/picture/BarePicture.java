package dev.yiwen.file.picture;

import dev.yiwen.shared.Problem;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * A picture without what its camera and its programs wrote into it: place, time, device, owner, comments, thumbnails, whatever
 * follows its end. Its pixels are not touched. Of all of that only the way up stays. What is kept is listed, not what is
 * left out, so that the next maker's field is left out too.
 */
public final class BarePicture {
    private BarePicture() {}

    /**
     * The same bytes when the type is of no picture. Fails with {@code INVALID} when the picture is damaged.
     *
     * @param mediaType as the content says
     */
    public static byte[] of(String mediaType, byte[] content) {
        try {
            return switch (mediaType) {
                case "image/jpeg" -> Jpeg.bare(ByteBuffer.wrap(content), Orientation.in(content));
                case "image/png" -> Png.bare(ByteBuffer.wrap(content), Orientation.in(content));
                case "image/webp" -> Webp.bare(ByteBuffer.wrap(content), Orientation.in(content));
                case "image/gif" -> Gif.bare(ByteBuffer.wrap(content));
                default -> content;
            };
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new Problem(Problem.Kind.INVALID, "The picture is damaged.");
        }
    }

    /** The next bytes of it. Fails with {@code BufferUnderflowException}. */
    static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("Not the format that it begins as");
        }
    }
}
