package dev.yiwen.file.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** JPEG (ITU-T T.81, annex B): segments, and after each start of scan its compressed data up to the next marker. */
final class Jpeg {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);

    private Jpeg() {}

    static byte[] bare(ByteBuffer in, Orientation orientation) {
        var out = new ByteArrayOutputStream(in.remaining());
        BarePicture.require(marker(in) == SOI);
        mark(out, SOI);
        boolean turned = orientation.isUpright();
        for (int marker = marker(in); marker != EOI; marker = in.hasRemaining() ? marker(in) : EOI) {
            var segment = BarePicture.take(in, Short.toUnsignedInt(in.getShort()) - 2);
            if (!isOfThePicture(marker, segment)) {
                continue;
            }
            if (!turned && marker != APP0) {
                turned = true;
                write(out, APP1, concat(EXIF, orientation.asTiff()));
            }
            write(out, marker, segment);
            if (marker == SOS) {
                copyScan(in, out);
            }
        }
        // What follows, such as a film of the moment or a second picture, has such notes of its own.
        mark(out, EOI);
        return out.toByteArray();
    }

    private static int marker(ByteBuffer in) {
        BarePicture.require(in.get() == (byte) 0xFF);
        int marker = 0xFF;
        while (marker == 0xFF) {
            marker = Byte.toUnsignedInt(in.get());
        }
        return marker;
    }

    /** Frames, tables and scans; of what applications wrote, the density, the colours and how they are coded. */
    private static boolean isOfThePicture(int marker, byte[] segment) {
        return switch (marker) {
            case APP0 -> begins(segment, "JFIF\0");
            case APP2 -> begins(segment, "ICC_PROFILE\0");
            case APP14 -> begins(segment, "Adobe");
            case 0xDA, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF -> true;
            default -> marker >= 0xC0 && marker <= 0xCF;
        };
    }

    private static void copyScan(ByteBuffer in, ByteArrayOutputStream out) {
        while (in.hasRemaining()) {
            var next = in.get();
            if (next == (byte) 0xFF && in.hasRemaining() && !isData(in.get(in.position()))) {
                in.position(in.position() - 1);
                return;
            }
            out.write(next);
        }
    }

    /** After 0xFF: a zero for 0xFF itself, and the restart markers within a scan. */
    private static boolean isData(byte after) {
        int value = Byte.toUnsignedInt(after);
        return value == 0 || (value >= 0xD0 && value <= 0xD7);
    }

    private static boolean begins(byte[] segment, String with) {
        var wanted = with.getBytes(StandardCharsets.ISO_8859_1);
        return segment.length >= wanted.length && Arrays.equals(segment, 0, wanted.length, wanted, 0, wanted.length);
    }

    private static void mark(ByteArrayOutputStream out, int marker) {
        out.write(0xFF);
        out.write(marker);
    }

    private static void write(ByteArrayOutputStream out, int marker, byte[] segment) {
        mark(out, marker);
        out.write((segment.length + 2) >> 8);
        out.write(segment.length + 2);
        out.writeBytes(segment);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        var both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
