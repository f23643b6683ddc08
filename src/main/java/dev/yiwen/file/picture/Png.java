package dev.yiwen.file.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/** PNG (W3C, third edition, chapter 5): chunks of length, type, data and checksum. */
final class Png {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final String DATA = "IDAT";
    private static final String END = "IEND";
    /** Transparency, colours, size of a dot, background, and films. */
    private static final Set<String> KEPT = Set.of(
            "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "acTL",
            "fcTL", "fdAT");

    private Png() {}

    static byte[] bare(ByteBuffer in, Orientation orientation) {
        var out = new ByteArrayOutputStream(in.remaining());
        BarePicture.require(in.getLong() == SIGNATURE);
        out.writeBytes(ByteBuffer.allocate(8).putLong(SIGNATURE).array());
        boolean turned = orientation.isUpright();
        String type;
        do {
            int length = in.getInt();
            type = new String(BarePicture.take(in, 4), StandardCharsets.ISO_8859_1);
            var data = BarePicture.take(in, length);
            in.getInt();
            if (!turned && type.equals(DATA)) {
                turned = true;
                write(out, "eXIf", orientation.asTiff());
            }
            if (isNeeded(type) || KEPT.contains(type)) {
                write(out, type, data);
            }
        } while (!type.equals(END));
        return out.toByteArray();
    }

    /** A capital first letter: without it the picture cannot be shown. */
    private static boolean isNeeded(String type) {
        return Character.isUpperCase(type.charAt(0));
    }

    private static void write(ByteArrayOutputStream out, String type, byte[] data) {
        var name = type.getBytes(StandardCharsets.ISO_8859_1);
        var checksum = new CRC32();
        checksum.update(name);
        checksum.update(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(name);
        out.writeBytes(data);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) checksum.getValue()).array());
    }
}
