package dev.yiwen.file.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** WebP (RFC 9649, section 2): RIFF chunks, each padded to an even length. */
final class Webp {
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int HAS_EXIF = 0x08;
    private static final int HAS_XMP = 0x04;
    private static final int FRAME_HEADER = 16;
    private static final int MOST_OF_COLOURS = 1024 * 1024;

    private Webp() {}

    static BarePicture bare(PictureSource source) {
        var in = source.in();
        BarePicture.require(source.name().equals("RIFF"));
        int length = in.getInt();
        BarePicture.require(length >= 4 && length <= in.remaining());
        // What stands behind is not the picture's.
        in.limit(in.position() + length);
        BarePicture.require(source.name().equals("WEBP"));
        var out = new ByteArrayOutputStream(length);
        int flags = -1;
        while (source.hasMore()) {
            source.part();
            var name = source.name();
            var data = source.take(in.getInt());
            pad(source);
            if (name.equals("VP8X")) {
                BarePicture.require(flags < 0);
                flags = out.size() + 8;
            }
            if (name.equals("EXIF")) {
                source.exif(data);
            } else if (KEPT.contains(name) && !(name.equals("ICCP") && data.remaining() > MOST_OF_COLOURS)) {
                look(source, name, data);
                write(out, name, data);
            }
        }
        return source.bare(file(upright(source, out, flags)));
    }

    private static byte[] upright(PictureSource source, ByteArrayOutputStream out, int flags) {
        boolean turned = flags >= 0 && !source.orientation().isUpright();
        if (turned) {
            write(out, "EXIF", ByteBuffer.wrap(source.orientation().asTiff()));
        }
        var chunks = out.toByteArray();
        if (flags >= 0) {
            chunks[flags] = (byte) (chunks[flags] & ~(HAS_EXIF | HAS_XMP) | (turned ? HAS_EXIF : 0));
        }
        return chunks;
    }

    private static void look(PictureSource source, String name, ByteBuffer data) {
        switch (name) {
            case "VP8X" -> source.size(u24(data, 4) + 1, u24(data, 7) + 1);
            // Frame header (RFC 6386, section 9.1): 14 bits each after the start code.
            case "VP8 " -> source.size(data.getShort(6) & 0x3FFF, data.getShort(8) & 0x3FFF);
            case "VP8L" -> source.size((data.getInt(1) & 0x3FFF) + 1, (data.getInt(1) >>> 14 & 0x3FFF) + 1);
            case "ANMF" -> {
                source.size(u24(data, 6) + 1, u24(data, 9) + 1);
                var frame = data.slice(FRAME_HEADER, data.remaining() - FRAME_HEADER)
                        .order(ByteOrder.LITTLE_ENDIAN);
                requireDotsAlone(source, frame);
            }
            default -> {}
        }
    }

    /** A frame holds nothing but its dots. */
    private static void requireDotsAlone(PictureSource source, ByteBuffer frame) {
        while (frame.hasRemaining()) {
            source.part();
            var name = PictureSource.text(frame, 4);
            frame.position(frame.position() + 4);
            int length = frame.getInt();
            BarePicture.require((name.equals("VP8 ") || name.equals("VP8L") || name.equals("ALPH"))
                    && length >= 0
                    && length <= frame.remaining());
            if (!name.equals("ALPH")) {
                look(source, name, frame.slice(frame.position(), length).order(ByteOrder.LITTLE_ENDIAN));
            }
            frame.position(Math.min(frame.limit(), frame.position() + length + length % 2));
        }
    }

    private static int u24(ByteBuffer data, int at) {
        return Short.toUnsignedInt(data.getShort(at)) | Byte.toUnsignedInt(data.get(at + 2)) << 16;
    }

    private static void pad(PictureSource source) {
        if (source.in().position() % 2 != 0 && source.hasMore()) {
            source.u8();
        }
    }

    private static byte[] file(byte[] chunks) {
        return ByteBuffer.allocate(chunks.length + 12)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(chunks.length + 4)
                .put("WEBP".getBytes(StandardCharsets.ISO_8859_1))
                .put(chunks)
                .array();
    }

    private static void write(ByteArrayOutputStream out, String name, ByteBuffer data) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(data.remaining())
                .array());
        PictureSource.write(out, data);
        if (data.remaining() % 2 != 0) {
            out.write(0);
        }
    }
}
