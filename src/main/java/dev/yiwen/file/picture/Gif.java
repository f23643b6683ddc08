package dev.yiwen.file.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** GIF89a: a screen with colours, then pictures and extensions in blocks of at most 255 bytes. */
final class Gif {
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2C;
    private static final int END = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int COLOURS = 0x80;

    private Gif() {}

    static byte[] bare(ByteBuffer in) {
        var out = new ByteArrayOutputStream(in.remaining());
        var screen = BarePicture.take(in, 13);
        BarePicture.require(new String(screen, 0, 4, StandardCharsets.ISO_8859_1).equals("GIF8"));
        out.writeBytes(screen);
        out.writeBytes(colours(in, screen[10]));
        for (int kind = next(in); kind != END; kind = in.hasRemaining() ? next(in) : END) {
            if (kind == PICTURE) {
                out.write(PICTURE);
                var place = BarePicture.take(in, 9);
                out.writeBytes(place);
                out.writeBytes(colours(in, place[8]));
                out.write(next(in));
                out.writeBytes(blocks(in));
            } else {
                BarePicture.require(kind == EXTENSION);
                extension(in, out);
            }
        }
        out.write(END);
        return out.toByteArray();
    }

    /** How long a picture of a film stays, and how often the film is shown; no comments and nothing of a program's. */
    private static void extension(ByteBuffer in, ByteArrayOutputStream out) {
        int label = next(in);
        var blocks = blocks(in);
        if (label == CONTROL || (label == APPLICATION && repeats(blocks))) {
            out.write(EXTENSION);
            out.write(label);
            out.writeBytes(blocks);
        }
    }

    private static boolean repeats(byte[] blocks) {
        var name = new String(blocks, 0, Math.min(12, blocks.length), StandardCharsets.ISO_8859_1);
        return name.endsWith("NETSCAPE2.0") || name.endsWith("ANIMEXTS1.0");
    }

    private static byte[] colours(ByteBuffer in, byte flags) {
        return (flags & COLOURS) == 0 ? new byte[0] : BarePicture.take(in, 3 << ((flags & 7) + 1));
    }

    /** With the empty one that ends them. */
    private static byte[] blocks(ByteBuffer in) {
        int from = in.position();
        for (int length = next(in); length > 0; length = next(in)) {
            BarePicture.take(in, length);
        }
        int to = in.position();
        in.position(from);
        return BarePicture.take(in, to - from);
    }

    private static int next(ByteBuffer in) {
        return Byte.toUnsignedInt(in.get());
    }
}
