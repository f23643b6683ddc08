package dev.yiwen.file.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG (W3C, third edition, chapter 5): chunks of length, type, data and checksum. */
final class Png {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final String HEADER = "IHDR";
    private static final String END = "IEND";
    private static final String COLOURS = "iCCP";
    private static final int MOST_OF_COLOURS = 1024 * 1024;
    /** The picture, transparency, colours, size of a dot, background, and films. */
    private static final Set<String> KEPT = Set.of(
            HEADER, "PLTE", "IDAT", END, "tRNS", "cHRM", "gAMA", COLOURS, "sBIT", "sRGB", "cICP", "mDCV", "cLLI",
            "bKGD", "hIST", "pHYs", "acTL", "fcTL", "fdAT");

    private Png() {}

    static BarePicture bare(PictureSource source) {
        var in = source.in();
        var out = new ByteArrayOutputStream(in.remaining());
        BarePicture.require(in.getLong() == SIGNATURE);
        out.writeBytes(ByteBuffer.allocate(8).putLong(SIGNATURE).array());
        int afterHeader = 0;
        String type;
        do {
            source.part();
            int length = in.getInt();
            type = source.name();
            var data = source.take(length);
            in.getInt();
            // The header is first, and once.
            BarePicture.require(type.equals(HEADER) == (afterHeader == 0));
            if (type.equals("eXIf")) {
                source.exif(data);
            } else if (KEPT.contains(type)) {
                if (!type.equals(COLOURS) || length <= MOST_OF_COLOURS) {
                    write(out, type, data);
                }
            } else {
                // A small first letter: the picture can be shown without it.
                BarePicture.require(Character.isLowerCase(type.charAt(0)));
            }
            if (type.equals(HEADER)) {
                source.size(Integer.toUnsignedLong(data.getInt(0)), Integer.toUnsignedLong(data.getInt(4)));
                afterHeader = out.size();
            } else if (type.equals("fcTL")) {
                source.size(Integer.toUnsignedLong(data.getInt(4)), Integer.toUnsignedLong(data.getInt(8)));
            }
        } while (!type.equals(END));
        return source.bare(upright(source, out.toByteArray(), afterHeader));
    }

    private static byte[] upright(PictureSource source, byte[] bare, int afterHeader) {
        if (source.orientation().isUpright()) {
            return bare;
        }
        var chunk = new ByteArrayOutputStream();
        write(chunk, "eXIf", ByteBuffer.wrap(source.orientation().asTiff()));
        return PictureSource.inserted(bare, afterHeader, chunk.toByteArray());
    }

    private static void write(ByteArrayOutputStream out, String type, ByteBuffer data) {
        var name = type.getBytes(StandardCharsets.ISO_8859_1);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data.duplicate());
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.remaining()).array());
        out.writeBytes(name);
        PictureSource.write(out, data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
