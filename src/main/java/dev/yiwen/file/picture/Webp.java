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

    private Webp() {}

    static byte[] bare(ByteBuffer in, Orientation orientation) {
        in.order(ByteOrder.LITTLE_ENDIAN);
        BarePicture.require(name(in).equals("RIFF"));
        var chunks = body(in);
        BarePicture.require(name(chunks).equals("WEBP"));
        var out = new ByteArrayOutputStream(chunks.remaining());
        boolean extended = false;
        while (chunks.hasRemaining()) {
            var name = name(chunks);
            var data = BarePicture.take(chunks, chunks.getInt());
            if (data.length % 2 != 0 && chunks.hasRemaining()) {
                chunks.get();
            }
            if (name.equals("VP8X")) {
                extended = true;
                data[0] = (byte) (data[0] & ~(HAS_EXIF | HAS_XMP) | (orientation.isUpright() ? 0 : HAS_EXIF));
            }
            if (KEPT.contains(name)) {
                write(out, name, data);
            }
        }
        if (extended && !orientation.isUpright()) {
            write(out, "EXIF", orientation.asTiff());
        }
        return file(out.toByteArray());
    }

    private static ByteBuffer body(ByteBuffer in) {
        var length = in.getInt();
        BarePicture.require(length >= 0 && length <= in.remaining());
        return in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static String name(ByteBuffer in) {
        return new String(BarePicture.take(in, 4), StandardCharsets.ISO_8859_1);
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

    private static void write(ByteArrayOutputStream out, String name, byte[] data) {
        out.writeBytes(ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.ISO_8859_1))
                .putInt(data.length)
                .array());
        out.writeBytes(data);
        if (data.length % 2 != 0) {
            out.write(0);
        }
    }
}
