package dev.yiwen.file.picture;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The bytes of a picture while it is looked through once, from its beginning, without copying what is passed over. */
final class PictureSource {
    private final byte[] bytes;
    private final ByteBuffer in;
    private final PictureLimits limits;
    private int parts;
    private int width;
    private int height;
    private long dotsOfAllFrames;
    private Orientation orientation = Orientation.UPRIGHT;

    PictureSource(byte[] bytes, PictureLimits limits, ByteOrder order) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes).order(order);
        this.limits = limits;
    }

    ByteBuffer in() {
        return in;
    }

    boolean hasMore() {
        return in.hasRemaining();
    }

    /** Counts a chunk, segment or block. */
    void part() {
        limits.requireParts(++parts);
    }

    /** Of the whole, or of one frame. */
    void size(long frameWidth, long frameHeight) {
        limits.requireSize(frameWidth, frameHeight, bytes.length);
        dotsOfAllFrames += frameWidth * frameHeight;
        limits.requireDotsOfAllFrames(dotsOfAllFrames);
        width = Math.max(width, (int) frameWidth);
        height = Math.max(height, (int) frameHeight);
    }

    /** The first that says so. */
    void exif(ByteBuffer tiff) {
        if (orientation.isUpright()) {
            orientation = Orientation.in(tiff);
        }
    }

    Orientation orientation() {
        return orientation;
    }

    int u8() {
        return Byte.toUnsignedInt(in.get());
    }

    /** The next bytes of it, uncopied. Fails with {@code BufferUnderflowException}. */
    ByteBuffer take(int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        var slice = in.slice(in.position(), length).order(in.order());
        in.position(in.position() + length);
        return slice;
    }

    String name() {
        var name = take(4);
        return text(name, 4);
    }

    BarePicture bare(byte[] content) {
        BarePicture.require(width > 0);
        return new BarePicture(content, width, height, orientation);
    }

    static String text(ByteBuffer from, int length) {
        var bytes = new byte[Math.min(length, from.remaining())];
        from.get(from.position(), bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static void write(ByteArrayOutputStream out, ByteBuffer slice) {
        out.write(slice.array(), slice.arrayOffset() + slice.position(), slice.remaining());
    }

    /** {@code whole} with {@code more} put in. */
    static byte[] inserted(byte[] whole, int at, byte[] more) {
        var both = Arrays.copyOf(whole, whole.length + more.length);
        System.arraycopy(more, 0, both, at, more.length);
        System.arraycopy(whole, at, both, at + more.length, whole.length - at);
        return both;
    }
}
