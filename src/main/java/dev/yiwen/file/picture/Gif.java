package dev.yiwen.file.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** GIF89a: a screen with colours, then pictures and extensions in blocks of at most 255 bytes. */
final class Gif {
    private static final int EXTENSION = 0x21;
    private static final int PICTURE = 0x2C;
    private static final int END = 0x3B;
    private static final int CONTROL = 0xF9;
    private static final int APPLICATION = 0xFF;
    private static final int COLOURS = 0x80;

    private Gif() {}

    static BarePicture bare(PictureSource source) {
        var out = new ByteArrayOutputStream(source.in().remaining());
        var screen = source.take(13);
        BarePicture.require(PictureSource.text(screen, 4).equals("GIF8"));
        source.size(Short.toUnsignedInt(screen.getShort(6)), Short.toUnsignedInt(screen.getShort(8)));
        PictureSource.write(out, screen);
        PictureSource.write(out, colours(source, screen.get(10)));
        for (int kind = source.u8(); kind != END; kind = source.hasMore() ? source.u8() : END) {
            source.part();
            if (kind == PICTURE) {
                picture(source, out);
            } else {
                BarePicture.require(kind == EXTENSION);
                extension(source, out);
            }
        }
        out.write(END);
        return source.bare(out.toByteArray());
    }

    private static void picture(PictureSource source, ByteArrayOutputStream out) {
        var place = source.take(9);
        source.size(Short.toUnsignedInt(place.getShort(4)), Short.toUnsignedInt(place.getShort(6)));
        out.write(PICTURE);
        PictureSource.write(out, place);
        PictureSource.write(out, colours(source, place.get(8)));
        out.write(source.u8());
        PictureSource.write(out, blocks(source));
    }

    /** How long a picture of a film stays, and how often the film is shown; no comments and nothing of a program's. */
    private static void extension(PictureSource source, ByteArrayOutputStream out) {
        int label = source.u8();
        var blocks = blocks(source);
        if (label == CONTROL || (label == APPLICATION && repeats(blocks))) {
            out.write(EXTENSION);
            out.write(label);
            PictureSource.write(out, blocks);
        }
    }

    /** The name and one block that says how often; a program's own notes under that name would be longer. */
    private static boolean repeats(ByteBuffer blocks) {
        var name = PictureSource.text(blocks, 12);
        return blocks.remaining() <= 24 && (name.endsWith("NETSCAPE2.0") || name.endsWith("ANIMEXTS1.0"));
    }

    private static ByteBuffer colours(PictureSource source, byte flags) {
        return source.take((flags & COLOURS) == 0 ? 0 : 3 << ((flags & 7) + 1));
    }

    /** With the empty one that ends them. */
    private static ByteBuffer blocks(PictureSource source) {
        int from = source.in().position();
        for (int length = source.u8(); length > 0; length = source.u8()) {
            source.take(length);
        }
        int to = source.in().position();
        source.in().position(from);
        return source.take(to - from);
    }
}
